using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Tickets.Categories;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.OpenTicket;

namespace Helpdesk.Tickets.CategoryFields;

/// <summary>What the choice of a category brings to a new ticket: the values of its fields, and what it decides about team and priority.</summary>
internal sealed record ChosenCategory(Guid Id, string Extras, Routing Routing);

internal sealed class CategoryChoice(CategoryList categories, ITeamDirectory teams)
{
    public async Task<Outcome<ChosenCategory>> ReadAsync(OpenTicketRequest request, CurrentUser writer, CancellationToken cancellationToken)
    {
        if ((await categories.GetAsync(cancellationToken)).Offered(request.Category) is not { } category)
        {
            return new Refusal.Invalid(nameof(request.Category), OpenTicketReading.ChooseCategory);
        }

        var filled = FieldsGiven.ReadFirst(category, request.Fields, writer);
        if (filled.Value is not { } extras)
        {
            return filled.Refusal!;
        }

        // A team that is no longer used gets nothing new.
        var team = (await teams.TeamsAsync(cancellationToken)).FirstOrDefault(known => known.Id == category.DefaultTeamId && known.IsActive);
        var priority = string.IsNullOrEmpty(request.Priority) ? category.DefaultPriority : null;
        return new ChosenCategory(category.Id, extras, new Routing(category.Name, priority, team?.Id, team?.Name));
    }
}
