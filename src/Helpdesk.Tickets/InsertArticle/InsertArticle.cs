using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Markdown;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Drafts;
using Helpdesk.Tickets.Views;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.InsertArticle;

/// <summary>An article that may help with a ticket; everybody on the ticket can open it.</summary>
internal sealed record ArticleOffer(Guid Id, string Title, string Summary, string Category, string Url, string Link);

/// <summary>Finds articles for a ticket, and puts one, or its link, into the reply.</summary>
internal sealed class InsertArticleHandler(TicketsDbContext db, IKnowledgeBaseItems items, ReplyDraft draft, AppSettings app)
{
    public const int QueryLength = 200;
    private const int Offered = 8;

    /// <summary>What speaks of these words; of the ticket's subject, category and tags when there are none.</summary>
    public async Task<Outcome<IReadOnlyList<ArticleOffer>>> ShowAsync(Guid ticketId, string? words, CurrentUser user, CancellationToken cancellationToken)
    {
        if (Refused(user) is { } refused)
        {
            return refused;
        }

        if (words is { Length: > QueryLength })
        {
            return new Refusal.Invalid("q", $"The search can have up to {QueryLength} characters. It has {words.Length}.");
        }

        var about = await db.Tickets.AsNoTracking().Where(ticket => ticket.Id == ticketId)
            .Select(ticket => new { ticket.Subject, ticket.Tags, Category = db.Categories.Single(category => category.Id == ticket.CategoryId).Name })
            .SingleOrDefaultAsync(cancellationToken);
        if (about is null)
        {
            return new Refusal.NotFound();
        }

        var asked = string.IsNullOrWhiteSpace(words) ? string.Join(' ', [about.Subject, .. about.Tags, about.Category]) : words;
        return (await items.AboutAsync(asked, Offered, cancellationToken))
            .Select(item => new ArticleOffer(item.Id, item.Title, item.Summary, item.Category, Address(item.Slug), Link(item.Title, item.Slug)))
            .ToList();
    }

    /// <summary>The article as Markdown for a message: its addresses lead here from wherever the message is read.</summary>
    public async Task<Outcome<string>> TextAsync(Guid itemId, bool isWhole, CurrentUser user, CancellationToken cancellationToken)
    {
        if (Refused(user) is { } refused)
        {
            return refused;
        }

        if (await items.TextAsync(itemId, cancellationToken) is not { } item)
        {
            return new Refusal.NotFound();
        }

        return isWhole
            ? $"{item.Body.TrimEnd().Replace("](/", $"]({new Uri(app.PublicUrl, "/")}", StringComparison.Ordinal)}\n\n{Link(item.Title, item.Slug)}"
            : Link(item.Title, item.Slug);
    }

    /// <summary>The reply's draft with the article, or its link, at its end.</summary>
    public async Task<Outcome<DraftView>> HandleAsync(
        Guid ticketId, Guid itemId, bool isWhole, string typed, CurrentUser user, CancellationToken cancellationToken)
    {
        var text = await TextAsync(itemId, isWhole, user, cancellationToken);
        return text.Value is { } found ? await draft.AddAsync(ticketId, typed, found, user, cancellationToken) : text.Refusal!;
    }

    private static Refusal.Forbidden? Refused(CurrentUser user) => user.IsStaff ? null : new Refusal.Forbidden("Only the helpdesk team inserts articles.");

    private string Address(string slug) => new Uri(app.PublicUrl, KnowledgeBaseUrls.Show(slug)).ToString();

    private string Link(string title, string slug) => $"[{MarkdownText.Escape(title)}]({Address(slug)})";
}
