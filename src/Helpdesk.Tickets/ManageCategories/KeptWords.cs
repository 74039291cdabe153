using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Macros;
using Helpdesk.Tickets.Model;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.ManageCategories;

/// <summary>Saved views name categories and tags by their words, macros by words and ids. When one gets another name or gives way to another, it does so in them too. What it changes is saved by the caller.</summary>
internal sealed class KeptWords(TicketsDbContext db)
{
    /// <summary>The category gets this name, or gives way to the one with this name and id.</summary>
    public async Task ReplaceCategoryAsync(Category category, string name, Guid id, CancellationToken cancellationToken)
    {
        await ReplaceInViewsAsync("category", value => IsCalled(value, category.Name) || value == category.Id.ToString() ? name : value, cancellationToken);
        if (id != category.Id)
        {
            await ChangeMacrosAsync(change => change.Category == category.Id.ToString() ? change with { Category = id.ToString() } : change, cancellationToken);
        }
    }

    /// <summary>One tag takes the place of these.</summary>
    public async Task ReplaceTagsAsync(IReadOnlyCollection<string> tags, string into, CancellationToken cancellationToken)
    {
        await ReplaceInViewsAsync("tag", value => tags.Contains(value.Trim().ToLowerInvariant()) ? into : value, cancellationToken);
        List<string> Replaced(List<string> named) => [.. named.Select(tag => tags.Contains(tag) ? into : tag).Distinct()];
        await ChangeMacrosAsync(change => change with { AddTags = Replaced(change.AddTags), RemoveTags = Replaced(change.RemoveTags) }, cancellationToken);
    }

    /// <summary>Macros no longer name it; a view that looks for it finds nothing, because without it it would find too much.</summary>
    public Task RemoveTagAsync(string tag, CancellationToken cancellationToken) => ChangeMacrosAsync(
        change => change with { AddTags = [.. change.AddTags.Where(named => named != tag)], RemoveTags = [.. change.RemoveTags.Where(named => named != tag)] },
        cancellationToken);

    private async Task ReplaceInViewsAsync(string part, Func<string, string> replace, CancellationToken cancellationToken)
    {
        foreach (var view in await db.SavedViews.Where(view => view.Query.Contains(part + "=")).ToListAsync(cancellationToken))
        {
            var query = string.Join('&', QueryHelpers.ParseQuery(view.Query)
                .SelectMany(each => each.Value.OfType<string>().Select(value => each.Key == part ? replace(value) : value).Distinct().Select(value => $"{each.Key}={Uri.EscapeDataString(value)}")));
            // A name that has become longer must not cut another filter off.
            if (query != view.Query && query.Length <= SavedView.QueryLength)
            {
                view.Query = query;
                view.Version++;
            }
        }
    }

    private async Task ChangeMacrosAsync(Func<MacroChange, MacroChange> replace, CancellationToken cancellationToken)
    {
        foreach (var macro in await db.Macros.ToListAsync(cancellationToken))
        {
            var before = MacroChange.Read(macro.Change).Write();
            var after = replace(MacroChange.Read(macro.Change)).Write();
            if (after != before)
            {
                macro.Change = after;
                macro.Version++;
            }
        }
    }

    private static bool IsCalled(string value, string name) => value.Trim().Equals(name, StringComparison.OrdinalIgnoreCase);
}
