using Helpdesk.Auth.Contracts;
using Helpdesk.Tickets.Categories;

namespace Helpdesk.Tickets.ShowTicket;

/// <summary>What the fields of a ticket may be set to; both lists are kept in memory.</summary>
internal sealed class TicketChoices(CategoryList categories, IUserDirectory people)
{
    public async Task<(IReadOnlyList<CategoryView> Categories, IReadOnlyList<UserCard> Staff)> AllAsync(CancellationToken cancellationToken) =>
        ((await categories.GetAsync(cancellationToken)).Active, await people.StaffAsync(cancellationToken));
}
