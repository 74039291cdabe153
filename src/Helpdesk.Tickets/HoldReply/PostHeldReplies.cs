using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Work;
using Helpdesk.Tickets.Attach;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Reply;
using Helpdesk.Tickets.Views;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Tickets.HoldReply;

/// <summary>Posts the held replies whose time has come, each once whichever instance sees it, with the rights that its writer has at that moment.</summary>
internal sealed class PostHeldReplies(TicketsDbContext db, ReplyHandler reply, IUserDirectory people, TimeProvider clock, ILogger<PostHeldReplies> logger) : IClockWork
{
    public async Task<bool> DoNextAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var held = await db.HeldReplies
            .FromSql(
                $"""
                select * from tickets.held_replies where sends_at <= {now} and refused_because is null
                order by sends_at limit 1 for update skip locked
                """)
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);
        if (held is null)
        {
            return false;
        }

        await transaction.CreateSavepointAsync("before", cancellationToken);
        if (await TryAsync(held, cancellationToken) is { } refused)
        {
            await transaction.RollbackToSavepointAsync("before", cancellationToken);
            await db.HeldReplies.Where(row => row.Id == held.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.RefusedBecause, refused), cancellationToken);
        }
        else
        {
            await db.UsesOf(TicketFiles.OfHeldReply, held.Id).ExecuteDeleteAsync(cancellationToken);
            await db.HeldReplies.Where(row => row.Id == held.Id).ExecuteDeleteAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return true;
    }

    /// <summary>One that breaks goes back to its writer; those behind it go on. What the database could not do this time is done the next time.</summary>
    private async Task<string?> TryAsync(HeldReply held, CancellationToken cancellationToken)
    {
        try
        {
            return await PostAsync(held, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !exception.IsTransient())
        {
            logger.LogError(exception, "The held reply {Reply} could not be posted", held.Id);
            db.ChangeTracker.Clear();
            return "Something broke on our side. Send it again.";
        }
    }

    /// <summary>Why it was not posted, or null.</summary>
    private async Task<string?> PostAsync(HeldReply held, CancellationToken cancellationToken)
    {
        if (!(await people.FindAsync([held.AuthorId], cancellationToken)).TryGetValue(held.AuthorId, out var card) || !card.IsActive)
        {
            return "Your account may not be used any more.";
        }

        if (await CameInAsync(held, cancellationToken) is { } name)
        {
            return $"{name} answered meanwhile. Read it, then choose.";
        }

        var author = card.Acting();
        var request = new ReplyRequest { Body = held.Body, AttachmentIds = [.. held.AttachmentIds], MacroId = held.MacroId, Status = held.Status is { } status ? Words.Of(status) : null };
        var posted = await reply.HandleAsync(held.TicketId, request, author, TicketChannel.Web, cancellationToken);
        return posted.Refusal switch
        {
            null => null,
            Refusal.Conflict conflict => conflict.Why,
            Refusal.Forbidden forbidden => forbidden.Why,
            Refusal.Later later => later.Why,
            Refusal.Invalid invalid => invalid.Errors.Values.First()[0],
            _ => "You no longer have access to this ticket.",
        };
    }

    private async Task<string?> CameInAsync(HeldReply held, CancellationToken cancellationToken)
    {
        var by = await db.Messages
            .Where(message => message.TicketId == held.TicketId && message.AuthorId != held.AuthorId && message.CreatedAt > held.SeenUntil)
            .OrderByDescending(message => message.CreatedAt)
            .Select(message => (Guid?)message.AuthorId)
            .FirstOrDefaultAsync(cancellationToken);
        return by is not { } author ? null
            : (await people.FindAsync([author], cancellationToken)).TryGetValue(author, out var card) ? card.Name : Names.Somebody;
    }
}
