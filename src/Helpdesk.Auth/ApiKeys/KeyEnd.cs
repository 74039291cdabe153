using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.ApiKeys;

/// <summary>Revokes keys, with a line in the audit log for each. The caller saves.</summary>
internal sealed class KeyEnd(AuthDbContext db, AuditLog audit, TimeProvider clock)
{
    public void Revoke(ApiKey key)
    {
        if (key.RevokedAt is null)
        {
            key.RevokedAt = clock.GetUtcNow();
            audit.Add(db, "key.revoked", KeySubject.Of(key.Id), new { key.Name, owner = key.OwnerId });
        }
    }

    public async Task RevokeAllAsync(Guid ownerId, CancellationToken cancellationToken) =>
        (await db.ApiKeys.Where(key => key.OwnerId == ownerId && key.RevokedAt == null).ToListAsync(cancellationToken)).ForEach(Revoke);
}

internal static class KeySubject
{
    public static AuditSubject Of(Guid keyId) => new("api-key", keyId.ToString());
}
