using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Queue;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.ChangeMany;

[Authorize(Policy = Policy.Staff)]
internal sealed class UndoManyPage(UndoManyHandler undo, CurrentUser user) : PageModel
{
    public IActionResult OnGet() => Redirect(QueueAddress.Path);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        (await undo.HandleAsync(id, user, cancellationToken)).ToPage(this, "", run =>
        {
            if (run.DoneAt is null)
            {
                return Redirect($"{QueueAddress.Path}/changes/{run.Id}");
            }

            TempData["flash"] = run.Refused == 0 ? "Taken back." : $"Taken back for {run.Changed}, not for {run.Refused}.";
            return Redirect(QueueAddress.Path);
        });
}
