using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Views;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Macros;

/// <summary>One macro in words, for somebody who may use it.</summary>
internal sealed class MacroReading(TicketsDbContext db, ITeamDirectory teams, MacroWords words)
{
    /// <summary>Null when it is gone, no longer shared, or not for this person.</summary>
    public async Task<MacroView?> ReadAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return null;
        }

        var mine = await SharingWords.TeamsOfAsync(teams, user, cancellationToken);
        return await db.Macros.AsNoTracking().UsableBy(user.Id, mine).SingleOrDefaultAsync(macro => macro.Id == id, cancellationToken) is { } macro
            ? await Macros.OfAsync(macro, user, words, cancellationToken)
            : null;
    }
}
