using System.Text.Json;
using Helpdesk.Platform;
using Helpdesk.Platform.Email;
using Helpdesk.Platform.Files;
using Helpdesk.Platform.Notifications;
using Helpdesk.Tickets.Attach;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Mails;
using Helpdesk.Tickets.Merge;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Samples;

/// <summary>
/// Removes tickets for good, with all that was written on them and all that points to them: for sample data alone, real tickets stay.
/// Part of the caller's transaction. What was mailed before, or is being mailed, stays on record.
/// </summary>
internal sealed class TicketRemoval(TicketsDbContext db, UnmergeAct unmerge, FileShelf shelf, TimeProvider clock)
{
    /// <summary>Of the ids, those that are no tickets are people and items that go as well.</summary>
    public async Task RemoveAsync(IReadOnlyCollection<Guid> ids, CurrentUser actor, CancellationToken cancellationToken)
    {
        await LockAsync(ids, cancellationToken);
        await LetGoAsync(ids, actor, cancellationToken);
        await ReleaseFilesAsync(ids, cancellationToken);
        var texts = await TextsAsync(ids, cancellationToken);
        await RemoveBesideAsync(ids, cancellationToken);
        await RemoveMailsAsync(ids, cancellationToken);
        await RemoveRunsAsync(ids, cancellationToken);

        // Pointers among them go first, because the database guards them; and the change tells open pages to look again.
        await db.Tickets.Where(ticket => ids.Contains(ticket.Id)).ExecuteUpdateAsync(set => set.SetProperty(ticket => ticket.MergedIntoId, (Guid?)null), cancellationToken);
        await db.Tickets.Where(ticket => ids.Contains(ticket.Id)).ExecuteDeleteAsync(cancellationToken);
        foreach (var text in texts)
        {
            await db.ForgetWordsAsync(text, cancellationToken);
        }
    }

    /// <summary>
    /// With those that they are merged with, or that name one of the people. Who is writing on one is waited for; who comes later finds it
    /// changed, or gone. What the clock works off comes first, because the clock takes it before the ticket.
    /// </summary>
    private Task<int> LockAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        select from tickets.held_replies where ticket_id = any({ids}) order by id for update;
        select from tickets.bulk_items where ticket_id = any({ids}) order by run_id, ticket_id for update;
        select from tickets.tickets
        where id in (
            select unnest({ids}::uuid[])
            union select merged_into_id from tickets.tickets where id = any({ids})
            union select id from tickets.tickets where merged_into_id = any({ids}) or participant_ids && {ids})
        order by id for update;
        """,
        cancellationToken);

    /// <summary>Real tickets stand alone again: merges with samples are taken back, and nobody who goes stays copied in.</summary>
    private async Task LetGoAsync(IReadOnlyCollection<Guid> ids, CurrentUser actor, CancellationToken cancellationToken)
    {
        var merged = await db.Tickets
            .Where(ticket => (ids.Contains(ticket.Id) && ticket.MergedIntoId != null) || ids.Contains(ticket.MergedIntoId!.Value))
            .ToListAsync(cancellationToken);
        foreach (var ticket in merged.Where(ticket => ids.Contains(ticket.Id) != ids.Contains(ticket.MergedIntoId!.Value)))
        {
            var survivor = await db.Tickets.SingleAsync(found => found.Id == ticket.MergedIntoId, cancellationToken);
            await unmerge.MakeAsync(ticket, survivor, actor, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        foreach (var ticket in await db.Tickets.Where(ticket => !ids.Contains(ticket.Id) && ticket.ParticipantIds.Any(id => ids.Contains(id))).ToListAsync(cancellationToken))
        {
            foreach (var person in ticket.ParticipantIds.Where(ids.Contains))
            {
                ticket.TakeOff(person, actor, clock.Now());
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        await db.Tickets.Where(ticket => ids.Contains(ticket.FollowsId!.Value) && !ids.Contains(ticket.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(ticket => ticket.FollowsId, (Guid?)null), cancellationToken);
    }

    private async Task ReleaseFilesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var owners = db.Messages.Where(message => ids.Contains(message.TicketId)).Select(message => message.Id)
            .Concat(db.Notes.Where(note => ids.Contains(note.TicketId)).Select(note => note.Id))
            .Concat(db.Drafts.Where(draft => ids.Contains(draft.TicketId)).Select(draft => draft.Id))
            .Concat(db.HeldReplies.Where(reply => ids.Contains(reply.TicketId)).Select(reply => reply.Id));
        var used = await db.Set<FileUse>().Where(use => TicketFiles.Owners.Contains(use.OwnerKind) && owners.Contains(use.OwnerId))
            .Select(use => new FileOwner(use.OwnerKind, use.OwnerId))
            .Distinct()
            .ToListAsync(cancellationToken);
        foreach (var owner in used)
        {
            await shelf.ReleaseAsync(db, owner, atOnce: true, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private Task<List<string>> TextsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        db.Tickets.Where(ticket => ids.Contains(ticket.Id)).Select(ticket => ticket.Subject)
            .Concat(db.Messages.Where(message => ids.Contains(message.TicketId)).Select(message => message.Body))
            .ToListAsync(cancellationToken);

    private async Task RemoveBesideAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        await db.Drafts.Where(row => ids.Contains(row.TicketId)).ExecuteDeleteAsync(cancellationToken);
        await db.HeldReplies.Where(row => ids.Contains(row.TicketId)).ExecuteDeleteAsync(cancellationToken);
        await db.Sightings.Where(row => ids.Contains(row.TicketId)).ExecuteDeleteAsync(cancellationToken);
        await db.Presences.Where(row => ids.Contains(row.TicketId)).ExecuteDeleteAsync(cancellationToken);
        await db.Mutes.Where(row => ids.Contains(row.TicketId)).ExecuteDeleteAsync(cancellationToken);
        await db.Links.Where(row => ids.Contains(row.FromId) || ids.Contains(row.ToId)).ExecuteDeleteAsync(cancellationToken);
        await db.ItemsRead.Where(row => ids.Contains(row.TicketId) || ids.Contains(row.ItemId)).ExecuteDeleteAsync(cancellationToken);
        await db.Set<Notification>().Where(row => row.SubjectKind == TicketNews.Subject && ids.Contains(row.SubjectId)).ExecuteDeleteAsync(cancellationToken);
        await db.Messages.Where(row => ids.Contains(row.TicketId)).ExecuteDeleteAsync(cancellationToken);
        await db.Notes.Where(row => ids.Contains(row.TicketId)).ExecuteDeleteAsync(cancellationToken);
        await db.Events.Where(row => ids.Contains(row.TicketId)).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task RemoveMailsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        foreach (var about in ids.Select(id => JsonSerializer.Serialize(new Dictionary<string, Guid> { [MailedTicket.TicketParameter] = id })))
        {
            await db.Set<OutboxEmail>()
                .Where(mail => mail.SentAt == null && mail.LockedUntil == null && EF.Functions.JsonContains(mail.Parameters, about))
                .ExecuteDeleteAsync(cancellationToken);
            await db.Set<DigestItem>().Where(item => item.DigestId == null && EF.Functions.JsonContains(item.Parameters, about)).ExecuteDeleteAsync(cancellationToken);
        }
    }

    /// <summary>Changes of many tickets at once count only those that are still there.</summary>
    private async Task RemoveRunsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var runs = await db.BulkItems.Where(item => ids.Contains(item.TicketId)).Select(item => item.RunId).Distinct().ToListAsync(cancellationToken);
        await db.BulkItems.Where(item => ids.Contains(item.TicketId)).ExecuteDeleteAsync(cancellationToken);
        await db.BulkRuns.Where(run => runs.Contains(run.Id) && !db.BulkItems.Any(item => item.RunId == run.Id)).ExecuteDeleteAsync(cancellationToken);
        await db.BulkRuns.Where(run => runs.Contains(run.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(run => run.Total, run => db.BulkItems.Count(item => item.RunId == run.Id))
                .SetProperty(run => run.Changed, run => db.BulkItems.Count(item => item.RunId == run.Id && item.Result == BulkResult.Changed))
                .SetProperty(run => run.Refused, run => db.BulkItems.Count(item => item.RunId == run.Id && item.Result == BulkResult.Refused)),
            cancellationToken);
    }
}
