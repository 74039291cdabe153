using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.CannedAnswers;
using Helpdesk.Tickets.Macros;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.Insert;

/// <summary>What the composers of a ticket offer while one types "/" or "@"; without script the same stands on pages of its own.</summary>
[Authorize(Policy = Policy.Staff)]
internal sealed class InsertionsPage(UseAnswerHandler answers, PreviewMacrosHandler macros, IUserDirectory people, CurrentUser user) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var prepared = await answers.ShowAsync(id, user, cancellationToken);
        if (prepared.Refusal is not null)
        {
            return prepared.ToPage(this, "", _ => Page());
        }

        var staff = await people.StaffAsync(cancellationToken);
        return (await macros.HandleAsync(id, user, cancellationToken)).ToPage(this, "", found => new JsonResult(new
        {
            macros = found.Select(macro => new { macro.Id, macro.Name, macro.Changes, macro.Text }),
            answers = prepared.Value!.Select(answer => new { answer.Id, answer.Name, answer.Text }),
            people = staff.Where(member => member.Id != user.Id).Select(member => member.Name),
        }));
    }
}
