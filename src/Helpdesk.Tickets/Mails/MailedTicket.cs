using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Email;
using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Mails;

/// <summary>
/// Looks at a ticket for a mail at the moment of sending, with the recipient's rights of that moment: who was deactivated or
/// taken off the ticket since the mail was written gets nothing, nor does who muted it. It cannot reach a note.
/// </summary>
internal sealed class MailedTicket(TicketsDbContext db, IUserDirectory people)
{
    public const string TicketParameter = "ticket";

    public Task<TicketForMail?> FindAsync(MailToCompose mail, CancellationToken cancellationToken) => FindAsync(mail, isDirect: false, cancellationToken);

    /// <summary>For a mail that is meant for the one person: it comes also when they muted the ticket.</summary>
    public Task<TicketForMail?> FindForOneAsync(MailToCompose mail, CancellationToken cancellationToken) => FindAsync(mail, isDirect: true, cancellationToken);

    private async Task<TicketForMail?> FindAsync(MailToCompose mail, bool isDirect, CancellationToken cancellationToken)
    {
        if (mail.RecipientId is not { } readerId
            || await CardAsync(readerId, cancellationToken) is not { IsActive: true } reader)
        {
            return null;
        }

        var id = mail.Id(TicketParameter);
        var row = await db.Tickets.AsNoTracking()
            .VisibleTo(new CurrentUser { Id = reader.Id, IsStaff = reader.IsStaff })
            .Where(ticket => ticket.Id == id && (isDirect || !db.Mutes.Any(mute => mute.UserId == readerId && mute.TicketId == id)))
            .Select(TicketRow.Projection)
            .SingleOrDefaultAsync(cancellationToken);
        return row is null ? null : new TicketForMail(row, reader, mail.Links);
    }

    /// <summary>Oldest first, without those whose words were taken out before the mail was sent.</summary>
    public async Task<IReadOnlyList<Message>> MessagesAsync(TicketForMail ticket, Guid[] ids, CancellationToken cancellationToken) =>
        await db.Messages.AsNoTracking()
            .Where(message => ids.Contains(message.Id) && message.TicketId == ticket.Row.Id && message.RedactedAt == null)
            .OrderBy(message => message.CreatedAt).ThenBy(message => message.Id)
            .ToListAsync(cancellationToken);

    public async Task<TicketEvent?> EventAsync(TicketForMail ticket, Guid eventId, CancellationToken cancellationToken) =>
        await db.Events.AsNoTracking()
            .SingleOrDefaultAsync(entry => entry.Id == eventId && entry.TicketId == ticket.Row.Id, cancellationToken);

    public async Task<string> NameAsync(Guid? id, string otherwise, CancellationToken cancellationToken) =>
        id is { } known && await CardAsync(known, cancellationToken) is { } card ? card.Name : otherwise;

    private async Task<UserCard?> CardAsync(Guid id, CancellationToken cancellationToken) =>
        (await people.FindAsync([id], cancellationToken)).GetValueOrDefault(id);
}

/// <summary>A ticket that its reader may see, and the words that all mails about it share.</summary>
internal sealed record TicketForMail(TicketRow Row, UserCard Reader, MailLinks Links)
{
    public const int PreheaderLength = 90;

    public string Subject(string fact) => $"[#{Row.Number}] {fact}";

    public string Reason =>
        Row.RequesterId == Reader.Id ? "You get this mail because you filed this ticket."
        : Row.AssigneeId == Reader.Id ? "You get this mail because this ticket is assigned to you."
        : "You get this mail because you are copied in on this ticket.";

    public MailBlock.Button Button(string text) => new(text, Links.To(TicketUrls.Show(Row.Number)));

    public MailBlock.Button Button(string text, Guid messageId) => new(text, Links.To(TicketUrls.Message(Row.Number, messageId)));

    /// <summary>The files of a message. They lead to the ticket's page, where the reader's rights are looked at.</summary>
    public MailBlock.Links Files(Message message)
    {
        var url = Links.To(TicketUrls.Message(Row.Number, message.Id));
        return new([.. message.FileNames.Split('\n').Select(name => (name, url))]);
    }

    public static string Preheader(string text) => text.Length <= PreheaderLength ? text : $"{text[..(PreheaderLength - 1)].TrimEnd()}…";
}
