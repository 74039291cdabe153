using Helpdesk.Auth.People;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.SendResetLink;

[Authorize(Policy = Policy.Admin)]
internal sealed class SendResetLinkPage(SendResetLinkHandler send, CurrentUser user) : PageModel
{
    public string Back { get; private set; } = "";

    public IActionResult OnGet(Guid id) => Redirect(PeopleUrls.Show(id));

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        Back = PeopleUrls.Show(id);
        return (await send.HandleAsync(id, user, cancellationToken)).ToPage(this, "", _ =>
        {
            TempData["flash"] = "The link is on its way. It works for 1 hour.";
            return Redirect(Back);
        });
    }
}
