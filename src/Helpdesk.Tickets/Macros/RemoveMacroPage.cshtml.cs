using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.Macros;

[Authorize(Policy = Policy.Staff)]
internal sealed class RemoveMacroPage(RemoveMacroHandler remove, CurrentUser user) : PageModel
{
    public IActionResult OnGet() => Redirect("/queue/macros");

    public async Task<IActionResult> OnPostAsync(Guid id, string? back, CancellationToken cancellationToken) =>
        (await remove.HandleAsync(id, user, cancellationToken)).ToPage(this, "", _ =>
        {
            TempData["flash"] = "The macro is removed.";
            return Redirect(Url.IsLocalUrl(back) ? back : "/queue/macros");
        });
}
