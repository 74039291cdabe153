using Helpdesk.Platform.Work;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Helpdesk.IntegrationTests.Kit;

/// <summary>The whole product on a database of its own, with a clock that tests can turn. One for each test class.</summary>
public class Site : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly Databases databases;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("helpdesk-test-");
    private News? news;

    public Site(Databases databases)
    {
        this.databases = databases;
        Settings = new()
        {
            ["Mail:Transport"] = "pickup",
            ["Mail:PickupFolder"] = Path.Combine(folder.FullName, "mail"),
            ["Mail:Drain"] = "false",
            ["Files:Folder"] = Path.Combine(folder.FullName, "files"),
            ["Log:Level"] = "Warning",
            // Replies are there at once, but where a test is about taking them back.
            ["Tickets:SendDelaySeconds"] = "0",
        };
    }

    public ShiftedClock Clock { get; } = new();

    public string ConnectionString { get; private set; } = "";

    /// <summary>Set before the first request; keys as in configuration, such as "Auth:SignUp".</summary>
    public Dictionary<string, string> Settings { get; }

    /// <summary>False where a test counts all rows: what the clock begins would come in between.</summary>
    public bool DoesClockWork { get; init; } = true;

    public virtual async ValueTask InitializeAsync() => ConnectionString = await databases.CreateAsync();

    /// <summary>Runs work with services of the product, in a scope of its own.</summary>
    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        var result = await work(scope.ServiceProvider.GetRequiredService<TService>());
        await HeardAsync();
        return result;
    }

    public async Task WithAsync<TService>(Func<TService, Task> work)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<TService>());
        await HeardAsync();
    }

    /// <summary>Waits until what is in memory knows of all that was written so far.</summary>
    public Task HeardAsync() => LazyInitializer.EnsureInitialized(ref news, () => new News(Services)).HeardAsync();

    public override async ValueTask DisposeAsync()
    {
        news?.Dispose();
        await base.DisposeAsync();
        if (Directory.Exists(folder.FullName))
        {
            folder.Delete(recursive: true);
        }

        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Helpdesk", ConnectionString);
        foreach (var (key, value) in Settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            if (!DoesClockWork)
            {
                foreach (var clockWork in services.Where(service => service.ImplementationType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(WorkClock<>)).ToList())
                {
                    services.Remove(clockWork);
                }
            }
        });
    }
}

/// <summary>Real time plus what a test adds to it.</summary>
public sealed class ShiftedClock : TimeProvider
{
    private long shift;
    private long stoppedAt;

    public override DateTimeOffset GetUtcNow() =>
        (Interlocked.Read(ref stoppedAt) is var ticks and > 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : base.GetUtcNow())
        + TimeSpan.FromTicks(Interlocked.Read(ref shift));

    public void Advance(TimeSpan by) => Interlocked.Add(ref shift, by.Ticks);

    /// <summary>Lets time stand still but for <see cref="Advance"/>, until what is returned is disposed: for exact bounds.</summary>
    public IDisposable Stop()
    {
        Interlocked.Exchange(ref stoppedAt, base.GetUtcNow().UtcTicks);
        return new Stopped(this);
    }

    private sealed class Stopped(ShiftedClock clock) : IDisposable
    {
        public void Dispose() => Interlocked.Exchange(ref clock.stoppedAt, 0);
    }
}
