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
    private readonly SettingSecrets secrets;
    private readonly HashSet<string> secretKeys;
    private readonly IDisposable subscription;
    private volatile Held? held;
    private volatile SiteSettings known;
    private int changes;

    public StoredSiteSettings(
        IServiceScopeFactory scopes, TimeProvider clock, DatabaseSignals signals, FixedSettings fixedOnes, SettingSecrets secrets, IEnumerable<SettingKey> keys)
    {
        this.scopes = scopes;
        this.clock = clock;
        this.fixedOnes = fixedOnes;
        this.secrets = secrets;
        secretKeys = [.. keys.OfType<SecretSetting>().Select(key => key.Key)];
        known = new SiteSettings { Values = fixedOnes.Values, Name = fixedOnes.Values.GetValueOrDefault(SiteSettings.NameSetting.Key, SiteSettings.NameSetting.Default) };
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
        OpenSecrets(rows);
        foreach (var (key, value) in fixedOnes.Values)
        {
            rows[key] = value;
        }

        var settings = new SiteSettings
        {
            Name = rows.GetValueOrDefault(SiteSettings.NameSetting.Key, standard.Name),
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

    public async Task<IReadOnlyDictionary<string, SettingChange>> ChangesAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Set<Setting>().AsNoTracking()
            .ToDictionaryAsync(setting => setting.Key, setting => new SettingChange(setting.ChangedAt, setting.ChangedBy), cancellationToken);
    }

    public async Task ChangeAsync(SiteSettings settings, Guid? changedBy, CancellationToken cancellationToken)
    {
        await StoreAsync(
            [
                (SiteSettings.NameSetting.Key, settings.Name),
                ("site.time-zone", settings.TimeZone),
                ("site.language", settings.Language),
                ("site.is-set-up", settings.IsSetUp ? "true" : "false"),
            ],
            changedBy,
            cancellationToken);
        known = settings;
        Forget();
    }

    public Task ChangeAsync(SettingKey key, string value, Guid? changedBy, CancellationToken cancellationToken) =>
        ChangeAsync([new SettingValue(key, value)], changedBy, cancellationToken);

    public async Task ChangeAsync(IReadOnlyCollection<SettingValue> changes, Guid? changedBy, CancellationToken cancellationToken)
    {
        foreach (var (key, value) in changes)
        {
            if (IsFixed(key) || (value is not null && key.Demand(value) is not null))
            {
                throw new ArgumentException($"{key.Key} cannot become what was asked for.", nameof(changes));
            }
        }

        await StoreAsync([.. changes.Select(change => (change.Key.Key, change.Value))], changedBy, cancellationToken);
        Forget();
        await GetAsync(cancellationToken);
    }

    private async Task StoreAsync((string Key, string? Value)[] values, Guid? changedBy, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var audit = scope.ServiceProvider.GetRequiredService<AuditLog>();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // One after the other: of two who choose a setting for the first time, both would add it. It is read meanwhile.
        await context.Database.ExecuteSqlAsync($"lock table platform.settings in share row exclusive mode", cancellationToken);
        var rows = await context.Set<Setting>().ToDictionaryAsync(setting => setting.Key, cancellationToken);
        foreach (var (key, value) in values)
        {
            var before = rows.GetValueOrDefault(key);
            if (value == before?.Value)
            {
                continue;
            }

            var isSecret = secretKeys.Contains(key);
            audit.Add(context, "setting.changed", new AuditSubject("setting", key), isSecret ? null : new { from = before?.Value, to = value }, changedBy);
            if (value is null)
            {
                context.Remove(before!);
                continue;
            }

            if (before is null)
            {
                context.Add(before = new Setting { Key = key });
            }

            before.Value = isSecret ? secrets.Close(value) : value;
            before.ChangedAt = clock.GetUtcNow();
            before.ChangedBy = changedBy;
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private void OpenSecrets(Dictionary<string, string> rows)
    {
        foreach (var key in secretKeys.Where(rows.ContainsKey))
        {
            if (secrets.Open(rows[key]) is { } secret)
            {
                rows[key] = secret;
            }
            else
            {
                rows.Remove(key);
            }
        }
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
        services.AddSettings(SiteSettings.NameSetting)
            .AddSingleton<FixedSettings>().AddSingleton<SettingSecrets>().AddSingleton<ISiteSettings, StoredSiteSettings>();
}
