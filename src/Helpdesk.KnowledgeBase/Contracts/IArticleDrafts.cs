using Helpdesk.Platform;

namespace Helpdesk.KnowledgeBase.Contracts;

/// <summary>Lets a solved ticket become an article.</summary>
public interface IArticleDrafts
{
    /// <summary>Begins a draft; a ticket whose article is there already gets that one, unchanged.</summary>
    Task<ArticleDraft> BeginAsync(NewArticle article, CurrentUser writer, CancellationToken cancellationToken);
}

/// <summary>What an article begins with; the body is Markdown.</summary>
public sealed record NewArticle(Guid TicketId, string Title, string Summary, string Body);

/// <summary>A draft to go on writing at.</summary>
public sealed record ArticleDraft(Guid Id, string Slug, string Title, bool IsNew);
