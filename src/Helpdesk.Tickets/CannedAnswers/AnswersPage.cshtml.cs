using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.CannedAnswers;

[Authorize(Policy = Policy.Staff)]
internal sealed class AnswersPage(ListAnswersHandler list, ITeamDirectory teams, CurrentUser user) : PageModel
{
    public IReadOnlyList<KeptRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var all = await teams.TeamsAsync(cancellationToken);
        return (await list.HandleAsync(user, cancellationToken)).ToPage(this, "", found =>
        {
            Rows = [.. found.Select(answer => KeptRow.Of(answer, user, all))];
            return Page();
        });
    }
}
