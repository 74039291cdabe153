using System.Globalization;
using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.ManageCategories;

[Authorize(Policy = Policy.Admin)]
internal sealed class CategoriesPage(ListCategoriesHandler list, ITeamDirectory teams, CurrentUser user) : PageModel
{
    public const string Path = "/admin/categories";

    private IReadOnlyList<TeamCard> allTeams = [];

    public IReadOnlyList<ManagedCategory> List { get; private set; } = [];

    /// <summary>Such as: 312 tickets · 2 fields · to the team Network · high priority.</summary>
    public string WordsOf(ManagedCategory category)
    {
        var fields = category.Fields.Count(field => field.RemovedAt is null);
        return string.Join(" · ", new[]
        {
            string.Create(CultureInfo.InvariantCulture, $"{category.Tickets:N0} {(category.Tickets == 1 ? "ticket" : "tickets")}"),
            fields switch { 0 => null, 1 => "1 field", _ => $"{fields} fields" },
            allTeams.FirstOrDefault(team => team.Id == category.DefaultTeamId) is { } team ? $"to the team {team.Name}" : null,
            category.DefaultPriority is { } priority ? $"{StatusWords.Of(priority).ToLowerInvariant()} priority" : null,
        }.OfType<string>());
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        allTeams = await teams.TeamsAsync(cancellationToken);
        return (await list.HandleAsync(user, cancellationToken)).ToPage(this, "", categories =>
        {
            List = categories.Items;
            return Page();
        });
    }
}
