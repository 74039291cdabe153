using Helpdesk.Auth.Contracts;
using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Markdown;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Merge;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.MakeArticle;

/// <summary>
/// Turns what was asked and answered on a ticket into the draft of an article. It reads messages alone, never a note, and takes
/// out the names and addresses of those who wrote them.
/// </summary>
internal sealed class MakeArticleHandler(TicketsDbContext db, Merges merges, IUserDirectory people, IArticleDrafts articles, MarkdownRenderer markdown)
{
    private const int TitleLength = 500;
    private const int SummaryLength = 300;
    private const int BodyLength = 100_000;

    public async Task<Outcome<ArticleDraft>> HandleAsync(Guid ticketId, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return new Refusal.Forbidden("Only the helpdesk team writes articles.");
        }

        if (await db.Tickets.AsNoTracking().SingleOrDefaultAsync(found => found.Id == ticketId, cancellationToken) is not { } ticket)
        {
            return new Refusal.NotFound();
        }

        var shown = (await merges.IntoAsync(ticketId, cancellationToken)).Select(merged => merged.Id).Append(ticketId).ToList();
        var messages = await db.Messages.AsNoTracking()
            .Where(message => shown.Contains(message.TicketId) && message.RedactedAt == null)
            .OrderBy(message => message.CreatedAt).ThenBy(message => message.Id)
            .ToListAsync(cancellationToken);
        var involved = messages.Select(message => message.AuthorId).Concat(ticket.ParticipantIds).Append(ticket.RequesterId).Distinct().ToList();
        var names = new NamesOut((await people.FindAsync(involved, cancellationToken)).Values);
        return await articles.BeginAsync(
            new NewArticle(
                ticketId,
                Cut(names.Of(ticket.Subject), TitleLength),
                names.Of(markdown.Preview(messages.Count == 0 ? "" : messages[0].Body, SummaryLength)),
                Cut(names.Of(Body(messages)), BodyLength)),
            user,
            cancellationToken);
    }

    // Names give way to longer words, and no letter is cut in two.
    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    // What the requester said later stands as a quotation between the answers.
    private static string Body(List<Message> messages)
    {
        var question = messages.Take(1).Select(message => $"## The question\n\n{message.Body.Trim()}");
        var answers = messages.Skip(1).Select(message => message.IsFromStaff ? message.Body.Trim() : Quoted(message.Body.Trim()));
        return string.Join("\n\n", [.. question, "## The answer", .. answers]);
    }

    private static string Quoted(string text) => string.Join('\n', text.Split('\n').Select(line => $"> {line}".TrimEnd()));
}
