using Helpdesk.Platform;
using Helpdesk.Tickets.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.TellPresence;

internal sealed record TellPresenceRequest
{
    /// <summary>viewing, or replying while an answer is being typed.</summary>
    public string State { get; init; } = PresentView.Viewing;
}

/// <summary>A page of the team says every few seconds that it is open, and hears who else is there. It ends by itself when nothing more is said.</summary>
internal sealed class TellPresenceHandler(TicketsDbContext db, PresenceReading reading, TimeProvider clock)
{
    public const string OnlyTheTeam = "Only the helpdesk team can see who is there.";

    public async Task<Outcome<PresenceView>> HandleAsync(Guid ticketId, TellPresenceRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return new Refusal.Forbidden(OnlyTheTeam);
        }

        if (request.State is not (PresentView.Viewing or PresentView.Replying))
        {
            return new Refusal.Invalid(nameof(request.State), $"Choose a state: {PresentView.Viewing} or {PresentView.Replying}.");
        }

        var now = clock.GetUtcNow();
        var written = await db.Database.ExecuteSqlAsync(
            $"""
            insert into tickets.presences (ticket_id, user_id, is_writing, seen_at)
            select id, {user.Id}, {request.State == PresentView.Replying}, {now} from tickets.tickets where id = {ticketId}
            on conflict (ticket_id, user_id) do update set is_writing = excluded.is_writing, seen_at = excluded.seen_at
            """,
            cancellationToken);
        return written == 0 ? new Refusal.NotFound() : new PresenceView(await reading.ReadAsync(ticketId, user, cancellationToken));
    }
}

/// <summary>The page was left.</summary>
internal sealed class LeaveTicketHandler(TicketsDbContext db)
{
    public async Task<Outcome<Done>> HandleAsync(Guid ticketId, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return new Refusal.Forbidden(TellPresenceHandler.OnlyTheTeam);
        }

        await db.Presences.Where(presence => presence.TicketId == ticketId && presence.UserId == user.Id).ExecuteDeleteAsync(cancellationToken);
        return Done.It;
    }
}

/// <summary>Who of the team is where.</summary>
internal sealed class ShowPresenceHandler(PresenceReading reading)
{
    public async Task<Outcome<PresenceView>> HandleAsync(CurrentUser user, CancellationToken cancellationToken) =>
        user.IsStaff ? new PresenceView(await reading.ReadAsync(null, user, cancellationToken)) : new Refusal.Forbidden(TellPresenceHandler.OnlyTheTeam);
}
