using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.KnowledgeBase.Pictures;
using Helpdesk.Platform;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Files;

namespace Helpdesk.KnowledgeBase.BeginItem;

/// <summary>Begins a draft with the text, the place and the files of another item.</summary>
internal sealed class DuplicateItemHandler(KnowledgeBaseDbContext db, TimeProvider clock)
{
    private const string Addition = " (copy)";

    public Task<Outcome<Item>> HandleAsync(Guid id, CurrentUser user, CancellationToken cancellationToken) =>
        db.AgainWhenStaleAsync(() => TryAsync(id, user, cancellationToken), cancellationToken);

    private async Task<Outcome<Item>> TryAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = await db.ToChangeAsync(id, version: null, user, cancellationToken);
        if (found.Value is not { } original)
        {
            return found;
        }

        var now = clock.Now();
        var text = original.Text with { Title = TitleOf(original.Title) };
        var copy = Item.Begin(original.Type, user.Id, text, now);
        copy.MoveTo(await db.FreeSlugAsync(copy.Slug, copy.Id, cancellationToken), now);
        copy.File(original.CategoryId, original.Tags, original.Visibility, now);
        var files = await FileShelf.OfAsync(db, ItemFiles.Owner, [original.Id], cancellationToken);
        FileShelf.Attach(db, new FileOwner(ItemFiles.Owner, copy.Id), files[original.Id]);
        db.AddRange(copy, copy.NewestVersion(user.Id, now));
        await db.SaveChangesAsync(cancellationToken);
        return copy;
    }

    private static string TitleOf(string title) =>
        title[..Math.Min(title.Length, ItemText.TitleLength - Addition.Length)] + Addition;
}
