using System.Net.Http.Headers;
using Helpdesk.Admin;
using Helpdesk.Auth;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.KnowledgeBase;
using Helpdesk.Platform;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Live;
using Helpdesk.Platform.Settings;
using Helpdesk.Tickets;
using Helpdesk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Helpdesk.IntegrationTests.Platform.Probe;

/// <summary>The product's own pipeline on a real socket, with a few endpoints more that do what a test wants to see handled.</summary>
public class ProbeSite(Databases databases) : Kit.Site(databases)
{
    private WebApplication? app;

    public Uri Address { get; private set; } = default!;

    public override IServiceProvider Services => Started.Services;

    public ProbeLog Log { get; } = new();

    private WebApplication Started => app ?? throw new InvalidOperationException("Not started yet.");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        app = await StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Address = new Uri(address);
    }

    /// <summary>Another instance on the same database.</summary>
    public async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = "Helpdesk.Web",
            EnvironmentName = "Development",
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddInMemoryCollection(Settings!);
        builder.Configuration["ConnectionStrings:Helpdesk"] = ConnectionString;
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Host.UseDefaultServiceProvider(options => options.ValidateScopes = true);
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.Services
            .AddPlatform(builder.Configuration)
            .AddAuth(builder.Configuration)
            .AddKnowledgeBase(builder.Configuration)
            .AddTickets(builder.Configuration)
            .AddAdmin(builder.Configuration)
            .AddSite();
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
        builder.Services.AddControllers().AddApplicationPart(typeof(ProbeSite).Assembly);
        builder.Services.AddSingleton<ILiveTopic, ProbeTopic>();
        builder.Services.Replace(ServiceDescriptor.Singleton(new LivePace(TimeSpan.FromMilliseconds(200), PulsesPerHeartbeat: 2, MissesAllowed: 5)));
        Configure(builder);

        var built = builder.Build();
        built.UsePlatform();
        built.UseSite();
        built.MapControllers();
        var api = built.MapApi(Policy.SignedIn);
        built.MapApi(Policy.Reader).MapKnowledgeBaseReading();
        api.MapProbes();
        await built.StartAsync();
        return built;
    }

    protected virtual void Configure(WebApplicationBuilder builder)
    {
    }

    public HttpClient Client(Person? person = null, Person? bearer = null)
    {
        var plain = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        var client = new HttpClient(new CookieJar(plain, person?.Cookie)) { BaseAddress = Address };
        if (bearer is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", bearer.Token);
        }

        return client;
    }

    /// <summary>How many things the probes have filed under the name.</summary>
    public Task<int> CountAsync(string name) => WithAsync<PlatformDbContext, int>(db =>
        db.Set<Setting>().CountAsync(setting => setting.Value == name));

    public async Task ExecuteAsync(string sql) =>
        await WithAsync<PlatformDbContext>(db => db.Database.ExecuteSqlRawAsync(sql));

    public override async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }

        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
