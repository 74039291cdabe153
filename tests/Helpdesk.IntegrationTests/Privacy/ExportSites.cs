using Helpdesk.Auth.Contracts;
using Helpdesk.Auth.ExportData;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.IntegrationTests.Privacy;

/// <summary>Takes part in nothing that happens in the background: what waits, waits for others.</summary>
public sealed class SiteWithoutMaker(Databases databases) : Site(databases)
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.Remove(services.Single(service => service.ImplementationType == typeof(ExportMaker))));
    }
}

/// <summary>One of its modules cannot tell what it keeps, as often as a test wants.</summary>
public sealed class TroubledSite : Site
{
    public TroubledSite(Databases databases)
        : base(databases) => Settings["Exports:PollSeconds"] = "1";

    public int Troubles { get; set; }

    public int Tries { get; private set; }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.AddSingleton<IPersonalData>(new Trouble(this)));
    }

    private sealed class Trouble(TroubledSite site) : IPersonalData
    {
        public Task WriteAsync(Guid userId, IPersonalDataArchive archive, CancellationToken cancellationToken) =>
            site.Tries++ < site.Troubles
                ? throw new InvalidOperationException("This module is not well.")
                : archive.AddAsync("well.json", "This module is well.", new { isWell = true }, cancellationToken);
    }
}
