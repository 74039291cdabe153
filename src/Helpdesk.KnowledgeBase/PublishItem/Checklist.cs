using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Markdown;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.PublishItem;

/// <summary>A thing that a good item has, and what to do when it has not.</summary>
internal sealed record Check(string Name, bool IsMet, string Advice);

/// <summary>What is worth a second look before an item is published. It advises; whoever publishes decides.</summary>
internal sealed class Checklist(KnowledgeBaseDbContext db, MarkdownRenderer markdown, AppSettings app)
{
    private const int ShortestSummary = 50;
    private const string ItemPath = "/kb/";

    public async Task<IReadOnlyList<Check>> OfAsync(Item item, CancellationToken cancellationToken)
    {
        var outline = markdown.Outline(item.Body);
        var withoutAlt = outline.Pictures.Count(picture => picture.Alt.Length == 0);
        var broken = await BrokenAsync(outline, item.Visibility, cancellationToken);
        return
        [
            new("Title", item.Title.Length > 0, "Give it a title."),
            new(
                $"Summary of {ShortestSummary} characters or more", item.Summary.Length >= ShortestSummary,
                $"It has {item.Summary.Length}. Say in a sentence or two whom it helps, and with what."),
            new("Every picture has a description", withoutAlt == 0, $"{withoutAlt} {(withoutAlt == 1 ? "picture has" : "pictures have")} none. Say what one sees, unless it only adorns."),
            new("No broken links", broken.Count == 0, $"Readers cannot open {string.Join(", ", broken)}."),
            new("Headings in order", AreInOrder(outline.Headings), "A heading skips a level. Go down one level at a time."),
        ];
    }

    private static bool AreInOrder(IReadOnlyList<int> levels)
    {
        for (var i = 1; i < levels.Count; i++)
        {
            if (levels[i] > levels[i - 1] + 1)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Addresses of items that whoever reads this one cannot read.</summary>
    private async Task<IReadOnlyList<string>> BrokenAsync(MarkdownOutline outline, Visibility readers, CancellationToken cancellationToken)
    {
        var slugs = outline.Links.Select(SlugOf).OfType<string>().Distinct().ToList();
        if (slugs.Count == 0)
        {
            return [];
        }

        var readable = db.Items.VisibleTo(new CurrentUser { IsStaff = readers == Visibility.Internal }).Published();
        var present = await readable.Where(item => slugs.Contains(item.Slug)).Select(item => item.Slug)
            .Concat(db.FormerSlugs.Where(former => slugs.Contains(former.Slug) && readable.Any(item => item.Id == former.ItemId)).Select(former => former.Slug))
            .ToListAsync(cancellationToken);
        return [.. slugs.Except(present).Select(slug => ItemPath + slug)];
    }

    private string? SlugOf(string address)
    {
        var own = app.PublicUrl.GetLeftPart(UriPartial.Authority);
        var path = address.StartsWith(own + "/", StringComparison.OrdinalIgnoreCase) ? address[own.Length..] : address;
        path = path.Split('#', '?')[0];
        return path.StartsWith(ItemPath, StringComparison.Ordinal) && path.IndexOf('/', ItemPath.Length) < 0 && path.Length > ItemPath.Length
            ? path[ItemPath.Length..]
            : null;
    }
}
