using System.Text.Json;
using Helpdesk.Platform;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Reply;
using Helpdesk.Tickets.Views;

namespace Helpdesk.Tickets.Drafts;

/// <summary>What goes into a reply that somebody is writing, by way of its draft.</summary>
internal sealed class ReplyDraft(SaveDraftHandler drafts)
{
    /// <summary>Puts a text behind what was typed so far.</summary>
    public Task<Outcome<DraftView>> AddAsync(Guid ticketId, string typed, string text, CurrentUser user, CancellationToken cancellationToken)
    {
        var body = string.IsNullOrWhiteSpace(typed) ? text : $"{typed.TrimEnd()}\n\n{text}";
        var content = JsonSerializer.Serialize(new Dictionary<string, string> { [nameof(ReplyRequest.Body)] = body });
        return drafts.HandleAsync(new SaveDraftRequest { Kind = DraftKind.Reply, TicketId = ticketId, Content = content }, user, cancellationToken);
    }
}
