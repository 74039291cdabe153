using FluentValidation;
using Helpdesk.Platform;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Files;
using Helpdesk.Tickets.Attach;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Macros;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.Reply;

internal sealed record ReplyRequest
{
    /// <summary>Markdown.</summary>
    public string Body { get; init; } = "";

    /// <summary>Files that the writer sent before.</summary>
    public List<Guid> AttachmentIds { get; init; } = [];

    /// <summary>The state to set in the same act, if any.</summary>
    public string? Status { get; init; }

    /// <summary>The newest message that the writer saw. When somebody else has written since, nothing is sent.</summary>
    public Guid? LastSeenMessageId { get; init; }

    /// <summary>The writer has read what came in meanwhile, and sends all the same.</summary>
    public bool SendAnyway { get; init; }

    /// <summary>The macro whose changes are made with the answer; for the team.</summary>
    public Guid? MacroId { get; init; }
}

internal sealed class ReplyValidator : AbstractValidator<ReplyRequest>
{
    public static readonly ReplyValidator Rules = new();

    public ReplyValidator()
    {
        RuleFor(request => request.Body).Markdown("Your answer", "Enter an answer.");
        RuleFor(request => request.Status)
            .Must(word => string.IsNullOrEmpty(word) || Words.Read<TicketStatus>(word) is not null)
            .WithMessage(TextRules.Choose<TicketStatus>("status"));
    }
}

/// <summary>Where the answer went: the ticket itself, or the follow-up that it filed because the ticket was closed long ago.</summary>
internal sealed record Replied(Ticket Ticket, Message Message, bool IsFollowUp)
{
    /// <summary>Who had spoken last.</summary>
    public Guid? Before { get; init; }

    public IReadOnlyList<StoredFile> Files { get; init; } = [];
}

internal sealed class ReplyHandler(TicketsDbContext db, ReplyTarget target, ReplyMacro macro, ReplyMails mails, TimeProvider clock)
{
    public Task<Outcome<Replied>> HandleAsync(
        Guid ticketId, ReplyRequest request, CurrentUser user, TicketChannel channel, CancellationToken cancellationToken) =>
        db.AgainWhenStaleAsync(() => TryAsync(ticketId, request, user, channel, cancellationToken), cancellationToken);

    private async Task<Outcome<Replied>> TryAsync(
        Guid ticketId, ReplyRequest request, CurrentUser user, TicketChannel channel, CancellationToken cancellationToken)
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

        var now = clock.Now();
        var words = Wording.Of(request.Body);
        Replied replied;
        if (ticket.NeedsFollowUp(user, now))
        {
            var followUp = ticket.FollowUp(user, await db.NextNumberAsync(cancellationToken), words, channel, now);
            db.Add(followUp);
            replied = new Replied(followUp, followUp.Messages[0], IsFollowUp: true);
        }
        else
        {
            var status = await macro.MakeAsync(ticket, request, user, now, cancellationToken);
            if (status.Refusal is { } gone)
            {
                return gone;
            }

            var before = ticket.LastMessageAuthorId;
            var reply = ticket.Reply(user, words, channel, now, status.Value.Status);
            if (reply.Value is not { } message)
            {
                return reply.Refusal!;
            }

            replied = new Replied(ticket, message, IsFollowUp: false) { Before = before };
        }

        replied = replied with { Files = files };
        db.Attach(replied.Message, files);
        await db.EndDraftAsync(user.Id, DraftKind.Reply, ticketId, cancellationToken);
        await macro.FinishAsync(replied.Ticket, request, user, now, cancellationToken);
        await mails.WriteAsync(replied, user, cancellationToken);
        await db.SaveChangesAsync(cancellationToken); // ticket, message, files, events, mails: one transaction
        return replied;
    }
}
