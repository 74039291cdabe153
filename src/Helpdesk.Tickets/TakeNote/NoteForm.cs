using Helpdesk.Tickets.Drafts;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;

namespace Helpdesk.Tickets.TakeNote;

/// <summary>What the composer for notes shows. It has nobody to send to, so it says nothing of readers but that there are none.</summary>
internal sealed record NoteForm(TicketDetailView Ticket, string FieldId, string Body, IReadOnlyCollection<Guid> AttachmentIds)
{
    /// <summary>Beside the composer for answers, whose field has the other id.</summary>
    public static NoteForm Of(TicketDetailView ticket)
    {
        var draft = DraftFields.Read(ticket.NoteDraft);
        return new(ticket, "Note_Body", draft.GetValueOrDefault(nameof(TakeNoteRequest.Body), ""), DraftFields.FilesIn(draft));
    }

    public string DraftUrl => DraftUrls.Of(DraftKind.Note, Ticket.Id);
}
