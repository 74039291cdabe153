using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Views;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Macros;

/// <summary>The macro that a composer carries, in words.</summary>
internal sealed class ReplyMacroWords(TicketsDbContext db, ITeamDirectory teams, MacroWords words)
{
    /// <summary>Null when it is gone or no longer shared.</summary>
    public async Task<MacroView?> ReadAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var mine = await SharingWords.TeamsOfAsync(teams, user, cancellationToken);
        return await db.Macros.AsNoTracking().UsableBy(user.Id, mine).SingleOrDefaultAsync(macro => macro.Id == id, cancellationToken) is { } macro
            ? await Macros.OfAsync(macro, user, words, cancellationToken)
            : null;
    }
}
