using Helpdesk.Auth.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.SecondFactor;

internal static class FactorRows
{
    /// <summary>Marks the key and the codes for removal; the caller saves.</summary>
    public static async Task RemoveAsync(AuthDbContext db, Guid userId, CancellationToken cancellationToken)
    {
        db.TotpFactors.RemoveRange(await db.TotpFactors.Where(factor => factor.UserId == userId).ToListAsync(cancellationToken));
        db.RecoveryCodes.RemoveRange(await db.RecoveryCodes.Where(code => code.UserId == userId).ToListAsync(cancellationToken));
    }
}
