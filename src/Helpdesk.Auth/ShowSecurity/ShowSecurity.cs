using Helpdesk.Auth.Data;
using Helpdesk.Auth.Passkeys;
using Helpdesk.Auth.SecondFactor;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.ShowSecurity;

/// <summary>How a person signs in.</summary>
internal sealed record SecurityView(bool HasPassword, DateTimeOffset? PasswordChangedAt, bool TwoFactorEnabled, int RecoveryCodesLeft, bool MustHaveFactor, IReadOnlyList<PasskeyView> Passkeys);

internal sealed class ShowSecurityHandler(AuthDbContext db, FactorRule rule)
{
    public async Task<Outcome<SecurityView>> HandleAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var me = await db.Users.AsNoTracking().SingleAsync(found => found.Id == user.Id, cancellationToken);
        var left = await db.RecoveryCodes.CountAsync(code => code.UserId == user.Id && code.UsedAt == null, cancellationToken);
        return new SecurityView(
            me.PasswordHash is not null, me.PasswordChangedAt, me.TwoFactorEnabled, left, await rule.DemandsAsync(me, cancellationToken),
            await PasskeyRows.ListAsync(db, user.Id, cancellationToken));
    }
}
