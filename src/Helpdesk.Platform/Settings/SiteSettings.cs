using System.Data.Common;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Platform.Settings;

/// <summary>What an admin chose for the whole site.</summary>
public sealed record SiteSettings
{
    public string Name { get; init; } = "Helpdesk";

    /// <summary>IANA name; the zone for people who did not choose their own.</summary>
    public string TimeZone { get; init; } = "UTC";

    public string Language { get; init; } = "en";

    /// <summary>The first-run steps were finished.</summary>
    public bool IsSetUp { get; init; }
}

/// <summary>Reads and changes the site's settings; every instance hears of a change at once.</summary>
public interface ISiteSettings
{
    /// <summary>The settings as last read, without asking the database: for what must be shown even when it is down.</summary>
    SiteSettings Known { get; }

    ValueTask<SiteSettings> GetAsync(CancellationToken cancellationToken);

    Task ChangeAsync(SiteSettings settings, Guid? changedBy, CancellationToken cancellationToken);
}

internal sealed class StoredSiteSettings : ISiteSettings, IDisposable
{
    private static readonly TimeSpan MaximumAge = TimeSpan.FromSeconds(30);

    private readonly IServiceScopeFactory scopes;
    private readonly TimeProvider clock;
    private readonly IDisposable subscription;
    private volatile Held? held;
    private volatile SiteSettings known = new();
    private int changes;

    public StoredSiteSettings(IServiceScopeFactory scopes, TimeProvider clock, DatabaseSignals signals)
    {
        this.scopes = scopes;
        this.clock = clock;
        subscription = signals.Subscribe("settings", heard =>
        {
            Forget();
            _ = RefreshAsync();
        });
    }

    public SiteSettings Known => known;

    public async ValueTask<SiteSettings> GetAsync(CancellationToken cancellationToken)
    {
        if (held is { } fresh && clock.GetElapsedTime(fresh.Since) < MaximumAge)
        {
            return fresh.Settings;
        }

        var since = clock.GetTimestamp();
        var before = Volatile.Read(ref changes);
        await using var scope = scopes.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Set<Setting>().AsNoTracking()
            .ToDictionaryAsync(setting => setting.Key, setting => setting.Value, cancellationToken);
        var standard = new SiteSettings();
        var settings = new SiteSettings
        {
            Name = rows.GetValueOrDefault("site.name", standard.Name),
            TimeZone = rows.GetValueOrDefault("site.time-zone", standard.TimeZone),
            Language = rows.GetValueOrDefault("site.language", standard.Language),
            IsSetUp = rows.GetValueOrDefault("site.is-set-up") == "true",
        };
        known = settings;
        if (before == Volatile.Read(ref changes))
        {
            // A change that came while we read would else be hidden behind what we read.
            held = new Held(settings, since);
        }

        return settings;
    }

    public async Task ChangeAsync(SiteSettings settings, Guid? changedBy, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var rows = await context.Set<Setting>().ToDictionaryAsync(setting => setting.Key, cancellationToken);
        foreach (var (key, value) in new[]
        {
            ("site.name", settings.Name),
            ("site.time-zone", settings.TimeZone),
            ("site.language", settings.Language),
            ("site.is-set-up", settings.IsSetUp ? "true" : "false"),
        })
        {
            if (!rows.TryGetValue(key, out var row))
            {
                row = new Setting { Key = key };
                context.Add(row);
            }

            if (row.Value != value)
            {
                row.Value = value;
                row.ChangedAt = clock.GetUtcNow();
                row.ChangedBy = changedBy;
            }
        }

        await context.SaveChangesAsync(cancellationToken);
        known = settings;
        Forget();
    }

    private void Forget()
    {
        Interlocked.Increment(ref changes);
        held = null;
    }

    private async Task RefreshAsync()
    {
        try
        {
            await GetAsync(CancellationToken.None);
        }
        catch (Exception exception) when (exception is DbException or TimeoutException or InvalidOperationException or ObjectDisposedException)
        {
            // The next reader asks again; what is known stays until then.
        }
    }

    public void Dispose() => subscription.Dispose();

    private sealed record Held(SiteSettings Settings, long Since);
}

internal static class SiteSettingsRules
{
    public static IServiceCollection AddSiteSettings(this IServiceCollection services) =>
        services.AddSingleton<ISiteSettings, StoredSiteSettings>();
}
