using Helpdesk.Platform;
using Helpdesk.Platform.Files;
using Helpdesk.Platform.Settings;
using Helpdesk.Tickets.Attach;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Macros;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Reply;

namespace Helpdesk.Tickets.HoldReply;

/// <summary>A reply that was sent and waits a moment; until then its writer, and nobody else, sees it and can take it back.</summary>
internal sealed record HeldReplyView(Guid Id, string Body, IReadOnlyList<Guid> AttachmentIds, string? Status, DateTimeOffset SendsAt, string? RefusedBecause);

/// <summary>Holds a reply for the seconds in which its writer may want it back. What would be refused later is refused now.</summary>
internal sealed class HoldReplyHandler(TicketsDbContext db, ReplyTarget target, ReplyMacro macro, ISiteSettings settings, TimeProvider clock)
{
    /// <summary>In seconds; each person may choose another.</summary>
    public static readonly NumberSetting Delay = new("tickets.send-delay-seconds", 10, 0, 30)
    {
        Area = TicketSettings.Area,
        Label = "Take a reply back for",
        Unit = "seconds",
        Help = "How long a sent reply waits before it leaves. People may choose their own time.",
    };

    /// <summary>How long this person's replies wait.</summary>
    public async Task<TimeSpan> DelayOfAsync(CurrentUser user, CancellationToken cancellationToken) =>
        TimeSpan.FromSeconds(user.SendDelay ?? (await settings.GetAsync(cancellationToken)).Value(Delay));

    public async Task<Outcome<HeldReplyView>> HandleAsync(Guid ticketId, ReplyRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (ReplyValidator.Rules.Check(request) is { } invalid)
        {
            return invalid;
        }

        var found = await target.FindAsync(ticketId, request, user, cancellationToken);
        if (found.Value is not ({ } ticket, var files))
        {
            return found.Refusal!;
        }

        // Tried out on the ticket as it is now; nothing of the try is saved.
        var now = clock.Now();
        if (!ticket.NeedsFollowUp(user, now))
        {
            var tried = await macro.MakeAsync(ticket, request, user, now, cancellationToken);
            if (tried.Refusal is { } gone)
            {
                return gone;
            }

            if (ticket.Reply(user, Wording.Of(request.Body), TicketChannel.Web, now, tried.Value.Status).Refusal is { } refused)
            {
                return refused;
            }
        }

        db.ChangeTracker.Clear();
        var held = new HeldReply
        {
            Id = Guid.CreateVersion7(now),
            TicketId = ticket.Id,
            AuthorId = user.Id,
            Body = Wording.Of(request.Body).Body,
            AttachmentIds = [.. files.Select(file => file.Id)],
            Status = Words.Read<TicketStatus>(request.Status),
            MacroId = request.MacroId,
            SeenUntil = now,
            HeldAt = now,
            SendsAt = now + await DelayOfAsync(user, cancellationToken),
        };
        db.Add(held);
        FileShelf.Attach(db, new FileOwner(TicketFiles.OfHeldReply, held.Id), files);
        await db.EndDraftAsync(user.Id, DraftKind.Reply, ticketId, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return Of(held);
    }

    public static HeldReplyView Of(HeldReply held) =>
        new(held.Id, held.Body, held.AttachmentIds, held.Status is { } status ? Words.Of(status) : null, held.SendsAt, held.RefusedBecause);
}
