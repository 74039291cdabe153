using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.ManageCategories;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.KnowledgeBase.Views;
using Helpdesk.Platform;

namespace Helpdesk.KnowledgeBase.ListItems;

/// <summary>The items that a filter asks for.</summary>
internal sealed record FoundItems(IQueryable<Item> Query);

/// <summary>Turns the words of a filter into conditions, or says which words it does not know.</summary>
internal sealed class ItemFilter(KnowledgeBaseDbContext db, CategoryTree categories, TimeProvider clock)
{
    public const string None = "none";
    public const string Me = "me";

    private const int QueryLength = 200;

    public async Task<Outcome<FoundItems>> ApplyAsync(ListItemsRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        var errors = new Dictionary<string, string[]>();
        var items = request.Bin == true ? db.Items.Where(item => item.DeletedAt != null) : db.Items.VisibleTo(user);
        if (request.Status is { Length: > 0 } status)
        {
            var known = Words.Read<ItemStatus>(status);
            items = items.Where(item => item.Status == known);
            Demand(known is not null, nameof(request.Status), ItemRules.Choose<ItemStatus>("status"));
        }

        if (request.Type is { Length: > 0 } type)
        {
            var known = Words.Read<ItemType>(type);
            items = items.Where(item => item.Type == known);
            Demand(known is not null, nameof(request.Type), ItemRules.Choose<ItemType>("type"));
        }

        if (request.Owner is { Length: > 0 } owner)
        {
            Guid? known = owner == Me ? user.Id : Guid.TryParse(owner, out var id) ? id : null;
            items = items.Where(item => item.OwnerId == known);
            Demand(known is not null, nameof(request.Owner), "Name a person by id, or say me.");
        }

        if (request.Category == None)
        {
            items = items.Where(item => item.CategoryId == null);
        }
        else if (request.Category is { Length: > 0 } category)
        {
            var known = (await categories.FindAsync(category, cancellationToken))?.Id;
            items = items.Where(item => item.CategoryId == known || item.Category!.ParentId == known);
            Demand(known is not null, nameof(request.Category), "There is no such category.");
        }

        if (request.Due == true)
        {
            items = items.DueForReview(LocalTimes.Today(user, clock.GetUtcNow()));
        }

        var words = request.Q?.Trim() ?? "";
        Demand(words.Length <= QueryLength, nameof(request.Q), ItemRules.TooLong("The search", QueryLength, words.Length));
        return errors.Count > 0 ? new Refusal.Invalid(errors) : new FoundItems(words.Length > 0 ? items.Holding(words) : items);

        void Demand(bool isMet, string field, string sentence)
        {
            if (!isMet)
            {
                errors[field] = [sentence];
            }
        }
    }
}
