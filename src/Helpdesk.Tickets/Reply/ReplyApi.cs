using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.TakeNote;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Tickets.Reply;

/// <summary>The API has one address for both kinds of entry; behind it stand two use cases and two tables.</summary>
internal sealed record PostMessageRequest
{
    /// <summary>Markdown.</summary>
    public string Body { get; init; } = "";

    /// <summary>public (for everybody on the ticket) or internal (a note for the team).</summary>
    public string Kind { get; init; } = MessageView.Public;

    /// <summary>Files that were uploaded before.</summary>
    public List<Guid>? AttachmentIds { get; init; }

    /// <summary>The state to set in the same act, with public ones.</summary>
    public string? Status { get; init; }

    /// <summary>The newest message that the writer saw. When somebody else has written since, nothing is sent: 412.</summary>
    public Guid? LastSeenMessageId { get; init; }

    public bool SendAnyway { get; init; }

    /// <summary>The macro whose changes are made with a public answer of the team.</summary>
    public Guid? MacroId { get; init; }
}

internal static class ReplyApi
{
    public static void MapReply(this IEndpointRouteBuilder api) => api
        .MapPost("/tickets/{id:guid}/messages", PostAsync)
        .Produces<MessageView>(StatusCodes.Status201Created);

    private static async Task<IResult> PostAsync(
        Guid id,
        PostMessageRequest request,
        CurrentUser user,
        ReplyHandler reply,
        TakeNoteHandler takeNote,
        MessageViews views,
        CancellationToken cancellationToken)
    {
        switch (request.Kind)
        {
            case MessageView.Public:
                var answer = new ReplyRequest
                {
                    Body = request.Body,
                    AttachmentIds = request.AttachmentIds ?? [],
                    Status = request.Status,
                    LastSeenMessageId = request.LastSeenMessageId,
                    SendAnyway = request.SendAnyway,
                    MacroId = request.MacroId,
                };
                return (await reply.HandleAsync(id, answer, user, TicketChannel.Api, cancellationToken))
                    .ToApi(replied => Created(replied.Ticket.Id, views.Of(replied.Message, user, replied.Files)));
            case MessageView.Internal when user.IsStaff && !string.IsNullOrEmpty(request.Status):
                return Problems.From(new Refusal.Invalid(nameof(request.Status), "A note does not change the status."));
            case MessageView.Internal when user.IsStaff && request.MacroId is not null:
                return Problems.From(new Refusal.Invalid(nameof(request.MacroId), "A note takes no macro."));
            case MessageView.Internal:
                var note = new TakeNoteRequest { Body = request.Body, AttachmentIds = request.AttachmentIds ?? [] };
                return (await takeNote.HandleAsync(id, note, user, TicketChannel.Api, cancellationToken))
                    .ToApi(taken => Created(id, views.Of(taken.Note, user, taken.Files)));
            default:
                return Problems.From(new Refusal.Invalid(nameof(request.Kind), "Choose a kind: public or internal."));
        }
    }

    // A message has no address of its own; it is told as a part of its ticket (of the follow-up, when it filed one).
    private static Created<MessageView> Created(Guid ticketId, MessageView message) =>
        TypedResults.Created($"/api/v1/tickets/{ticketId}#m-{message.Id}", message);
}
