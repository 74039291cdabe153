using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Admin.Checklist;

[Authorize(Policy = Policy.Admin)]
internal sealed class DismissChecklistPage(DismissChecklistHandler dismiss, CurrentUser user) : PageModel
{
    public IActionResult OnGet() => Redirect(AdminLink.Root);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        (await dismiss.HandleAsync(user, cancellationToken)).ToPage(this, "", _ => Redirect(AdminLink.Root));
}
