using System.Linq.Expressions;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.ApiKeys;

/// <summary>A key that may be used now, with the person it acts for and what its scope leaves of their rights.</summary>
internal sealed record LivingKey(DateTimeOffset? LastUsedAt, CurrentUser User)
{
    public static readonly Expression<Func<ApiKey, User, LivingKey>> Of = (key, user) => new LivingKey(
        key.LastUsedAt,
        new CurrentUser
        {
            Id = user.Id,
            Name = user.Name,
            Email = user.Email!,
            IsStaff = user.Role == Role.Agent || user.Role == Role.Admin,
            IsAdmin = user.Role == Role.Admin && key.Scope == KeyScope.Admin,
            TimeZone = user.TimeZone,
            Language = user.Language,
            SendDelay = user.SendDelay,
            Key = new KeyInUse(key.Id, key.Scope != KeyScope.Read),
        });
}

/// <summary>Finds the living key, in one statement, on every request: what was revoked, or whose owner is out, stops at once on every instance.</summary>
internal sealed class KeyLookup(AuthDbContext db, TimeProvider clock)
{
    // "Last used" is told to people in minutes; writing it on each request would double the statements.
    private static readonly TimeSpan LastUsedStep = TimeSpan.FromMinutes(1);

    private static readonly Func<AuthDbContext, byte[], DateTimeOffset, Task<LivingKey?>> ByHash =
        EF.CompileAsyncQuery((AuthDbContext db, byte[] hash, DateTimeOffset now) => db.ApiKeys
            .Where(key => key.Hash == hash && key.RevokedAt == null && (key.ExpiresAt == null || key.ExpiresAt > now))
            .Join(db.Users.Where(user => user.DeactivatedAt == null), key => key.OwnerId, user => user.Id, LivingKey.Of)
            .SingleOrDefault());

    public async Task<CurrentUser?> FindAsync(string secret, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await ByHash(db, Secret.Hash(secret), now) is not { User.Key: { } key } living)
        {
            return null;
        }

        if (living.LastUsedAt is not { } last || now - last > LastUsedStep)
        {
            await db.ApiKeys.Where(used => used.Id == key.Id && (used.LastUsedAt == null || used.LastUsedAt < now))
                .ExecuteUpdateAsync(set => set.SetProperty(used => used.LastUsedAt, now), cancellationToken);
        }

        return living.User;
    }
}
