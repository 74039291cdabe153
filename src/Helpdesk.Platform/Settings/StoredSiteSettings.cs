using System.Data.Common;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Platform.Settings;

internal sealed class StoredSiteSettings : ISiteSettings, IDisposable
{
    private static readonly TimeSpan MaximumAge = TimeSpan.FromSeconds(30);

    private readonly IServiceScopeFactory scopes;
    private readonly TimeProvider clock;
    private readonly FixedSettings fixedOnes;
    private readonly IDisposable subscription;
    private volatile Held? held;
    private volatile SiteSettings known;
    private int changes;

    public StoredSiteSettings(IServiceScopeFactory scopes, TimeProvider clock, DatabaseSignals signals, FixedSettings fixedOnes)
    {
        this.scopes = scopes;
        this.clock = clock;
        this.fixedOnes = fixedOnes;
        known = new SiteSettings { Values = fixedOnes.Values };
        subscription = signals.Subscribe("settings", heard =>
        {
            Forget();
            _ = RefreshAsync();
        });
    }

    public SiteSettings Known => known;

    public bool IsFixed(SettingKey key) => fixedOnes.Values.ContainsKey(key.Key);

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
        foreach (var (key, value) in fixedOnes.Values)
        {
            rows[key] = value;
        }

        var settings = new SiteSettings
        {
            Name = rows.GetValueOrDefault("site.name", standard.Name),
            TimeZone = rows.GetValueOrDefault("site.time-zone", standard.TimeZone),
            Language = rows.GetValueOrDefault("site.language", standard.Language),
            IsSetUp = rows.GetValueOrDefault("site.is-set-up") == "true",
            Values = rows,
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
        await StoreAsync(
            [
                ("site.name", settings.Name),
                ("site.time-zone", settings.TimeZone),
                ("site.language", settings.Language),
                ("site.is-set-up", settings.IsSetUp ? "true" : "false"),
            ],
            changedBy,
            cancellationToken);
        known = settings;
        Forget();
    }

    public async Task ChangeAsync(SettingKey key, string value, Guid? changedBy, CancellationToken cancellationToken)
    {
        if (IsFixed(key) || key.Demand(value) is not null)
        {
            throw new ArgumentException($"{key.Key} cannot become what was asked for.", nameof(value));
        }

        await StoreAsync([(key.Key, value)], changedBy, cancellationToken);
        Forget();
        await GetAsync(cancellationToken);
    }

    private async Task StoreAsync((string Key, string Value)[] values, Guid? changedBy, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var audit = scope.ServiceProvider.GetRequiredService<AuditLog>();
        var rows = await context.Set<Setting>().ToDictionaryAsync(setting => setting.Key, cancellationToken);
        foreach (var (key, value) in values)
        {
            var before = rows.GetValueOrDefault(key);
            if (before?.Value == value)
            {
                continue;
            }

            audit.Add(context, "setting.changed", new AuditSubject("setting", key), new { from = before?.Value, to = value }, changedBy);
            if (before is null)
            {
                context.Add(before = new Setting { Key = key });
            }

            before.Value = value;
            before.ChangedAt = clock.GetUtcNow();
            before.ChangedBy = changedBy;
        }

        await context.SaveChangesAsync(cancellationToken);
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
        services.AddSingleton<FixedSettings>().AddSingleton<ISiteSettings, StoredSiteSettings>();
}
