using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Helpdesk.IntegrationTests.Kit;

/// <summary>The whole product on a database of its own, with a clock that tests can turn. One for each test class.</summary>
public class Site(Databases databases) : WebApplicationFactory<Program>, IAsyncLifetime
{
    public ShiftedClock Clock { get; } = new();

    public string ConnectionString { get; private set; } = "";

    /// <summary>Set before the first request; keys as in configuration, such as "Auth:SignUp".</summary>
    public Dictionary<string, string> Settings { get; } = new()
    {
        ["Mail:Transport"] = "pickup",
        ["Mail:PickupFolder"] = Path.Combine(Path.GetTempPath(), "helpdesk-tests", Guid.NewGuid().ToString("N")),
        ["Mail:Drain"] = "false",
        ["Files:Folder"] = Path.Combine(Path.GetTempPath(), "helpdesk-tests", Guid.NewGuid().ToString("N"), "files"),
        ["Log:Level"] = "Warning",
        // Replies are there at once, but where a test is about taking them back.
        ["Tickets:SendDelaySeconds"] = "0",
    };

    public virtual async ValueTask InitializeAsync() => ConnectionString = await databases.CreateAsync();

    /// <summary>Runs work with services of the product, in a scope of its own.</summary>
    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task WithAsync<TService>(Func<TService, Task> work)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Helpdesk", ConnectionString);
        foreach (var (key, value) in Settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
    }
}

/// <summary>Real time plus what a test adds to it.</summary>
public sealed class ShiftedClock : TimeProvider
{
    private long shift;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref shift));

    public void Advance(TimeSpan by) => Interlocked.Add(ref shift, by.Ticks);
}
