using Helpdesk.Auth.Data;
using Helpdesk.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.HandOver;

/// <summary>Goes on with what a crash or a fault interrupted.</summary>
internal sealed class DoHandOvers(AuthDbContext db, HandOvers handOvers, TimeProvider clock) : IClockWork
{
    // Until then whoever decided it is at it.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static TimeSpan Pause => TimeSpan.FromMinutes(1);

    /// <summary>Gives away the work of the next person; false when there is none.</summary>
    public async Task<bool> DoNextAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - Patience;
        var next = await db.HandOvers.Where(pending => pending.AskedAt < before).OrderBy(pending => pending.AskedAt)
            .Select(pending => (Guid?)pending.UserId).FirstOrDefaultAsync(cancellationToken);
        if (next is not { } userId)
        {
            return false;
        }

        await handOvers.DoAsync(userId, cancellationToken);
        return true;
    }
}
