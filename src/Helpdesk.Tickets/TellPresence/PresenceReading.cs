using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.TellPresence;

/// <summary>Who of the team has a ticket open, the reader left out. Names are those of the team of this moment: who left it is not there.</summary>
internal sealed class PresenceReading(TicketsDbContext db, IUserDirectory people, TimeProvider clock)
{
    /// <summary>On one ticket, or on all.</summary>
    public async Task<IReadOnlyList<PresentView>> ReadAsync(Guid? ticketId, CurrentUser reader, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - Presence.Holds;
        var rows = await db.Presences.AsNoTracking()
            .Where(presence => (ticketId == null || presence.TicketId == ticketId) && presence.UserId != reader.Id && presence.SeenAt > since)
            .ToListAsync(cancellationToken);
        return await NameAsync(rows.Select(PresenceRow.Of), cancellationToken);
    }

    public async ValueTask<IReadOnlyList<PresentView>> NameAsync(IEnumerable<PresenceRow> rows, CancellationToken cancellationToken)
    {
        var staff = (await people.StaffAsync(cancellationToken)).ToDictionary(member => member.Id);
        var now = clock.GetUtcNow();
        return
        [
            .. rows.Where(row => staff.ContainsKey(row.UserId) && row.SeenAt + Presence.Holds > now)
                .OrderByDescending(row => row.IsWriting).ThenBy(row => staff[row.UserId].Name)
                .Select(row => new PresentView(
                    row.TicketId,
                    new UserRef(row.UserId, staff[row.UserId].Name),
                    PresentView.StateOf(row.IsWriting),
                    (int)Math.Ceiling((row.SeenAt + Presence.Holds - now).TotalSeconds))),
        ];
    }
}
