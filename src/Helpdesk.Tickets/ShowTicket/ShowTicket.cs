using Helpdesk.Platform;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.HoldReply;
using Helpdesk.Tickets.LinkTickets;
using Helpdesk.Tickets.Merge;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.ReadBefore;
using Helpdesk.Tickets.Reply;
using Helpdesk.Tickets.Views;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.ShowTicket;

/// <summary>A ticket with its conversation, as its reader may see it, in three statements (one more each where others were merged into it or linked to it, where there are files, and where a reply of the reader's is held; two where its writer had read something).</summary>
internal sealed class ShowTicketHandler(TicketsDbContext db, ConversationReading conversations, Merges merges, TicketViews views, ReadBeforeAsking readBefore, TimeProvider clock)
{
    public async Task<Outcome<TicketDetailView>> HandleAsync(string idOrNumber, CurrentUser reader, CancellationToken cancellationToken)
    {
        if (await FindAsync(idOrNumber, reader, cancellationToken) is not { } found)
        {
            return new Refusal.NotFound();
        }

        var ticket = found.Ticket;
        var row = TicketRow.Of(ticket);
        var merged = found.IsSurvivor ? await merges.IntoAsync(ticket.Id, cancellationToken) : [];
        var entries = await conversations.ReadAsync([ticket.Id, .. merged.Select(other => other.Id)], reader, cancellationToken);
        var people = row.People().Concat(entries.SelectMany(entry => entry.People()));
        var names = await views.NamesAsync(people, reader, cancellationToken);
        var conversation = conversations.View(entries, await conversations.FilesAsync(entries, cancellationToken), ticket.Id, names);
        var messages = conversation.Where(entry => entry.Message is not null).Select(entry => entry.Message!).ToList();
        var isFromStaff = StatusMoves.WritesAs(ticket, reader) == Side.Staff;
        return new TicketDetailView(await views.OfAsync(row, reader, names, cancellationToken))
        {
            Messages = messages,
            Events = [.. conversation.Where(entry => entry.Event is not null).Select(entry => entry.Event!)],
            Conversation = conversation,
            LastMessageId = messages.LastOrDefault(message => !message.IsNote)?.Id,
            ReplyGoesTo =
            [
                .. ReplyMails.ReadersOf(row.RequesterId, row.ParticipantIds, row.AssigneeId, reader.Id, isFromStaff)
                    .Where(id => names.CardOf(id) is { IsActive: true }).Select(id => names.Of(id)),
            ],
            ReplyDraft = found.Drafts.Find(draft => draft.Kind == DraftKind.Reply),
            NoteDraft = found.Drafts.Find(draft => draft.Kind == DraftKind.Note),
            IsRequester = ticket.RequesterId == reader.Id,
            AnswerReopens = ticket.AnswerReopens(clock.GetUtcNow()),
            RequesterCard = reader.IsStaff ? names.CardOf(ticket.RequesterId) : null,
            RequesterOpenTickets = found.RequesterOpenTickets,
            FollowsNumber = found.FollowsNumber,
            SnoozedAt = ticket.SnoozedAt,
            SnoozedUntil = ticket.SnoozedUntil,
            Merged = merged,
            Links = found.HasLinks ? await db.LinksOfAsync(ticket.Id, cancellationToken) : [],
            ReadBefore = !reader.IsStaff ? null : found.HasRead ? await readBefore.OfAsync(ticket.Id, reader, cancellationToken) : [],
            IsMuted = found.IsMuted,
            Held = found.HasHeld ? await HeldAsync(ticket.Id, reader, cancellationToken) : [],
            SurvivorNumber = found.SurvivorNumber,
            HasNewAnswer = ticket.LastMessageAuthorId != reader.Id && (found.SeenAt is not { } seen || seen < ticket.LastMessageAt),
        };
    }

    private async Task<IReadOnlyList<HeldReplyView>> HeldAsync(Guid ticketId, CurrentUser reader, CancellationToken cancellationToken)
    {
        var held = await db.HeldReplies.AsNoTracking()
            .Where(reply => reply.AuthorId == reader.Id && reply.TicketId == ticketId).OrderBy(reply => reply.SendsAt).ToListAsync(cancellationToken);
        return [.. held.Select(HoldReplyHandler.Of)];
    }

    private async Task<Found?> FindAsync(string idOrNumber, CurrentUser reader, CancellationToken cancellationToken)
    {
        var readerId = reader.Id;
        var isStaff = reader.IsStaff;
        return await db.Tickets.AsNoTracking().VisibleTo(reader).Called(idOrNumber)
            .Select(ticket => new Found(
                ticket,
                db.Drafts
                    .Where(draft => draft.UserId == readerId && draft.TicketId == ticket.Id && draft.Kind != DraftKind.New)
                    .Select(draft => new DraftView(draft.Kind, draft.Content, draft.UpdatedAt))
                    .ToList(),
                db.HeldReplies.Any(held => held.AuthorId == readerId && held.TicketId == ticket.Id),
                db.Mutes.Any(mute => mute.UserId == readerId && mute.TicketId == ticket.Id),
                isStaff
                    ? db.Tickets.Count(other => other.RequesterId == ticket.RequesterId && other.Status <= TicketStatus.WaitingOnEmployee)
                    : 0,
                db.Tickets
                    .Where(earlier => earlier.Id == ticket.FollowsId
                        && (isStaff || earlier.RequesterId == readerId || earlier.ParticipantIds.Contains(readerId)))
                    .Select(earlier => (int?)earlier.Number)
                    .SingleOrDefault(),
                db.Tickets
                    .Where(survivor => survivor.Id == ticket.MergedIntoId
                        && (isStaff || survivor.RequesterId == readerId || survivor.ParticipantIds.Contains(readerId)))
                    .Select(survivor => (int?)survivor.Number)
                    .SingleOrDefault(),
                db.Tickets.Any(other => other.MergedIntoId == ticket.Id),
                isStaff && db.Links.Any(link => link.FromId == ticket.Id || link.ToId == ticket.Id),
                isStaff && db.ItemsRead.Any(read => read.TicketId == ticket.Id),
                db.Sightings
                    .Where(sighting => sighting.UserId == readerId && sighting.TicketId == ticket.Id)
                    .Select(sighting => (DateTimeOffset?)sighting.SeenAt)
                    .SingleOrDefault()))
            .SingleOrDefaultAsync(cancellationToken);
    }

    private sealed record Found(
        Ticket Ticket, List<DraftView> Drafts, bool HasHeld, bool IsMuted, int RequesterOpenTickets, int? FollowsNumber, int? SurvivorNumber, bool IsSurvivor, bool HasLinks, bool HasRead, DateTimeOffset? SeenAt);
}
