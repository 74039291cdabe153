using System.Linq.Expressions;
using Helpdesk.Auth.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.Passkeys;

/// <summary>A passkey in the person's list.</summary>
internal sealed record PasskeyView(Guid Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt);

internal static class PasskeyRows
{
    /// <summary>Identity's row with our own columns.</summary>
    private static readonly Expression<Func<IdentityUserPasskey<Guid>, PasskeyView>> View = passkey => new PasskeyView(
        EF.Property<Guid>(passkey, PasskeyColumns.Id),
        passkey.Data.Name ?? "",
        passkey.Data.CreatedAt,
        EF.Property<DateTimeOffset?>(passkey, PasskeyColumns.LastUsedAt));

    /// <summary>Adds it to the context; the caller saves.</summary>
    public static PasskeyView Create(AuthDbContext db, Guid userId, UserPasskeyInfo made, DateTimeOffset now)
    {
        var row = new IdentityUserPasskey<Guid>
        {
            UserId = userId,
            CredentialId = made.CredentialId,
            Data = new IdentityPasskeyData
            {
                PublicKey = made.PublicKey,
                Name = made.Name,
                CreatedAt = now,
                SignCount = made.SignCount,
                Transports = made.Transports,
                IsUserVerified = made.IsUserVerified,
                IsBackupEligible = made.IsBackupEligible,
                IsBackedUp = made.IsBackedUp,
                AttestationObject = made.AttestationObject,
                ClientDataJson = made.ClientDataJson,
            },
        };
        var id = Guid.CreateVersion7(now);
        db.Add(row).Property(PasskeyColumns.Id).CurrentValue = id;
        return new PasskeyView(id, made.Name ?? "", now, null);
    }

    public static Task<IdentityUserPasskey<Guid>?> FindAsync(AuthDbContext db, Guid userId, Guid id, CancellationToken cancellationToken) =>
        db.Passkeys.SingleOrDefaultAsync(
            passkey => passkey.UserId == userId && EF.Property<Guid>(passkey, PasskeyColumns.Id) == id, cancellationToken);

    /// <summary>The person's passkeys, the oldest first.</summary>
    public static Task<List<PasskeyView>> ListAsync(AuthDbContext db, Guid userId, CancellationToken cancellationToken) =>
        db.Passkeys.AsNoTracking().Where(passkey => passkey.UserId == userId)
            .OrderBy(passkey => EF.Property<Guid>(passkey, PasskeyColumns.Id)).Select(View).ToListAsync(cancellationToken);
}
