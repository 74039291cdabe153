using Helpdesk.Auth.Contracts;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.ItemVersions;
using Helpdesk.KnowledgeBase.KeepWriting;
using Helpdesk.KnowledgeBase.ManageCategories;
using Helpdesk.KnowledgeBase.PublishItem;
using Helpdesk.KnowledgeBase.Views;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.EditItem;

/// <summary>What the editor offers beside the text.</summary>
internal sealed record EditorChoices(
    IReadOnlyList<CategoryView> Categories, IReadOnlyList<string> Tags, IReadOnlyList<UserCard> Staff, int Everyone);

/// <summary>An item with all that its editor shows.</summary>
internal sealed record EditorView(ManagedItem Item, WritingView Work, Readiness Readiness, IReadOnlyList<VersionView> Versions, EditorChoices Choices);

/// <summary>Lists that forms choose from.</summary>
internal sealed class EditorReading(KnowledgeBaseDbContext db, CategoryTree categories, IUserDirectory people)
{
    public async Task<EditorChoices> ReadAsync(CancellationToken cancellationToken) => new(
        await categories.ReadAsync(cancellationToken),
        await db.Tags.OrderBy(tag => tag.Name).Select(tag => tag.Name).ToListAsync(cancellationToken),
        await people.StaffAsync(cancellationToken),
        await people.CountAsync(cancellationToken));
}
