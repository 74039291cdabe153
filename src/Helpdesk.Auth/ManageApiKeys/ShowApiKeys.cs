using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.ManageApiKeys;

internal record ApiKeyView
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    /// <summary>The first characters, by which it is known again.</summary>
    public string Beginning { get; init; } = "";

    public KeyScope Scope { get; init; }

    /// <summary>For whom it acts.</summary>
    public KeyOwner Owner { get; init; } = default!;

    public KeyState State { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null when it never expires.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>To the minute; null when it was not used yet.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    public static ApiKeyView Of(ApiKey key, KeyOwner owner, DateTimeOffset now) => new()
    {
        Id = key.Id,
        Name = key.Name,
        Beginning = key.Beginning,
        Scope = key.Scope,
        Owner = owner,
        State = key.StateAt(now),
        CreatedAt = key.CreatedAt,
        ExpiresAt = key.ExpiresAt,
        LastUsedAt = key.LastUsedAt,
        RevokedAt = key.RevokedAt,
    };
}

internal sealed record KeyOwner(Guid Id, string Name);

/// <summary>Everybody's keys; those that work first, then by age, the newest first.</summary>
internal sealed record ApiKeysView(IReadOnlyList<ApiKeyView> Items);

internal sealed class ListApiKeysHandler(AuthDbContext db, TimeProvider clock)
{
    public async Task<Outcome<ApiKeysView>> HandleAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsAdmin)
        {
            return KeyRefusals.AdminsOnly;
        }

        var keys = await db.ApiKeys.AsNoTracking().WithOwners(db).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        return new ApiKeysView(
        [
            .. keys.Select(pair => ApiKeyView.Of(pair.Key, pair.Owner, now)).OrderBy(key => key.State).ThenByDescending(key => key.CreatedAt),
        ]);
    }
}

internal sealed class ShowApiKeyHandler(AuthDbContext db, TimeProvider clock)
{
    public async Task<Outcome<ApiKeyView>> HandleAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsAdmin)
        {
            return KeyRefusals.AdminsOnly;
        }

        var found = await db.ApiKeys.AsNoTracking().Where(key => key.Id == id).WithOwners(db).SingleOrDefaultAsync(cancellationToken);
        return found is null ? new Refusal.NotFound() : ApiKeyView.Of(found.Key, found.Owner, clock.GetUtcNow());
    }
}

internal static class KeyRefusals
{
    public static readonly Refusal.Forbidden AdminsOnly = new("Only administrators manage API keys.");
}

internal sealed record OwnedKey(ApiKey Key, KeyOwner Owner);

internal static class KeyQueries
{
    public static IQueryable<OwnedKey> WithOwners(this IQueryable<ApiKey> keys, AuthDbContext db) =>
        keys.Join(db.Users, key => key.OwnerId, user => user.Id, (key, user) => new OwnedKey(key, new KeyOwner(user.Id, user.Name)));
}
