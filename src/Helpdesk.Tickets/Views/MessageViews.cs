using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Files;
using Helpdesk.Platform.Markdown;
using Helpdesk.Tickets.Attach;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.Views;

/// <summary>Shows a person what they have just written.</summary>
internal sealed class MessageViews(MarkdownRenderer markdown, FileShelf shelf)
{
    private static readonly Dictionary<Guid, UserCard> NobodyElse = [];

    public MessageView Of(Message message, CurrentUser author, IReadOnlyList<StoredFile> files) => new(markdown)
    {
        Id = message.Id,
        Kind = MessageView.Public,
        Author = new Names(author, NobodyElse).Of(message.AuthorId),
        Body = message.Body,
        Channel = message.Channel,
        CreatedAt = message.CreatedAt,
        Attachments = AttachmentView.All(files, message.TicketId, shelf),
        IsFromStaff = message.IsFromStaff,
    };

    public MessageView Of(Note note, CurrentUser author, IReadOnlyList<StoredFile> files) => new(markdown)
    {
        Id = note.Id,
        Kind = MessageView.Internal,
        Author = new Names(author, NobodyElse).Of(note.AuthorId),
        Body = note.Body,
        Channel = note.Channel,
        CreatedAt = note.CreatedAt,
        Attachments = AttachmentView.All(files, note.TicketId, shelf),
        IsFromStaff = true,
    };
}
