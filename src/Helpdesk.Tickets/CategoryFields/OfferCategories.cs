using Helpdesk.Platform;
using Helpdesk.Tickets.Categories;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.CategoryFields;

/// <summary>A category that a ticket may be filed in, with what its writer is asked.</summary>
internal sealed record OfferedCategory(Guid Id, string Name, string Hint, IReadOnlyList<OfferedField> Fields);

internal sealed record OfferedField(string Key, string Label, string Hint, FieldKind Kind, bool IsRequired, IReadOnlyList<string> Choices);

/// <summary>What a new ticket may be about, and what is asked then.</summary>
internal sealed class OfferCategoriesHandler(CategoryList categories)
{
    public async Task<IReadOnlyList<OfferedCategory>> HandleAsync(CurrentUser reader, CancellationToken cancellationToken) =>
        [.. (await categories.GetAsync(cancellationToken)).Active.Select(category => new OfferedCategory(
            category.Id,
            category.Name,
            category.Hint,
            [.. category.FieldsFor(reader).Select(field => new OfferedField(field.Key, field.Label, field.Hint, field.Kind, field.IsRequired, field.Choices))]))];
}
