using System.Text.Json;
using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Notifications;
using Helpdesk.Tickets.ChangeStatus;
using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Mention;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Reply;
using Helpdesk.Tickets.Views;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Mails;

/// <summary>Puts news about tickets into words, for tickets that the reader may see at this moment; it cannot reach a note's text.</summary>
internal sealed class TicketNewsTeller(TicketsDbContext db, IUserDirectory people) : INewsTeller
{
    public string SubjectKind => TicketNews.Subject;

    public async Task<IReadOnlyDictionary<Guid, NewsLine>> TellAsync(
        IReadOnlyCollection<Notification> news, CurrentUser reader, CancellationToken cancellationToken)
    {
        var readerId = reader.Id;
        var ids = news.Select(one => one.SubjectId).Distinct().ToArray();
        var tickets = await db.Tickets.AsNoTracking().VisibleTo(reader).Where(ticket => ids.Contains(ticket.Id))
            .Select(ticket => new { ticket.Id, ticket.Number, ticket.Subject, IsMuted = db.Mutes.Any(mute => mute.UserId == readerId && mute.TicketId == ticket.Id) })
            .ToDictionaryAsync(ticket => ticket.Id, cancellationToken);
        var events = news.Select(EventOf).OfType<Guid>().ToArray();
        var changes = await db.Events.AsNoTracking().Where(entry => events.Contains(entry.Id)).ToDictionaryAsync(entry => entry.Id, cancellationToken);
        var names = await people.FindAsync([.. news.Select(one => one.ActorId).OfType<Guid>().Distinct()], cancellationToken);
        return news.Where(one => tickets.ContainsKey(one.SubjectId)).ToDictionary(one => one.Id, one =>
        {
            var ticket = tickets[one.SubjectId];
            var who = one.ActorId is { } actor && names.TryGetValue(actor, out var card) ? card.Name : Names.Somebody;
            var url = MessageOf(one) is { } message ? TicketUrls.Message(ticket.Number, message)
                : NoteOf(one) is { } note ? TicketUrls.Note(ticket.Number, note)
                : TicketUrls.Show(ticket.Number);
            return new NewsLine($"#{ticket.Number} {ticket.Subject}", url, Text(one, who, EventOf(one) is { } change ? changes.GetValueOrDefault(change) : null, reader))
            {
                MuteUrl = ticket.IsMuted ? null : $"/tickets/{ticket.Id}/mute",
            };
        });
    }

    private static string Text(Notification news, string who, TicketEvent? change, CurrentUser reader) =>
        news.Event == TicketNews.Answered.Name ? $"{who} answered."
        : news.Event == TicketNews.Assigned.Name ? change?.Why is { } why ? $"You got it {why}." : $"{who} assigned it to you."
        : news.Event == TicketNews.Mentioned.Name ? $"{who} mentioned you."
        : news.Event == TicketNews.Reminded.Name ? "We wait for your answer."
        : Words.Read<TicketStatus>(change?.To) is { } known ? $"It is now: {(reader.IsStaff ? StatusWords.ForStaff(known) : StatusWords.ForEmployees(known))}."
        : "Its status changed.";

    private static Guid? EventOf(Notification news) => IdIn(news, StatusMails.EventParameter);

    private static Guid? MessageOf(Notification news) => IdIn(news, ReplyMail.MessageParameter);

    private static Guid? NoteOf(Notification news) => IdIn(news, MentionMail.NoteParameter);

    private static Guid? IdIn(Notification news, string name) =>
        JsonElement.Parse(news.Parameters).TryGetProperty(name, out var id) && id.TryGetGuid(out var found) ? found : null;
}
