using FluentValidation;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Data;

namespace Helpdesk.KnowledgeBase.BeginItem;

internal sealed record BeginItemRequest
{
    /// <summary>article, video or document.</summary>
    public string Type { get; init; } = "";

    public string Title { get; init; } = "";

    public string Summary { get; init; } = "";

    /// <summary>Markdown.</summary>
    public string Body { get; init; } = "";
}

internal sealed class BeginItemValidator : AbstractValidator<BeginItemRequest>
{
    public static readonly BeginItemValidator Rules = new();

    public BeginItemValidator()
    {
        RuleFor(request => request.Type).Must(word => Words.Read<ItemType>(word) is not null).WithMessage(ItemRules.Choose<ItemType>("type"));
        RuleFor(request => request.Title).Cascade(CascadeMode.Stop).Line(ItemRules.TitleName, ItemText.TitleLength);
        RuleFor(request => request.Summary).Cascade(CascadeMode.Stop).Prose("The summary", ItemText.SummaryLength);
        RuleFor(request => request.Body).Cascade(CascadeMode.Stop).Prose("The text", ItemText.BodyLength);
    }
}

/// <summary>Begins an item as a draft, which nobody but the team sees.</summary>
internal sealed class BeginItemHandler(KnowledgeBaseDbContext db, TimeProvider clock)
{
    public Task<Outcome<Item>> HandleAsync(BeginItemRequest request, CurrentUser user, CancellationToken cancellationToken) =>
        db.AgainWhenStaleAsync(() => TryAsync(request, user, cancellationToken), cancellationToken);

    private async Task<Outcome<Item>> TryAsync(BeginItemRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return ItemFinding.TeamOnly;
        }

        if (BeginItemValidator.Rules.Check(request) is { } invalid)
        {
            return invalid;
        }

        var now = clock.Now();
        var text = new WrittenText(request.Title.Trim(), request.Summary.Trim(), WrittenText.Lines(request.Body));
        var item = Item.Begin(Words.Read<ItemType>(request.Type)!.Value, user.Id, text, now);
        item.MoveTo(await db.FreeSlugAsync(item.Slug, item.Id, cancellationToken), now);
        db.AddRange(item, item.NewestVersion(user.Id, now));
        await db.SaveChangesAsync(cancellationToken);
        return item;
    }
}
