using Helpdesk.Auth.People;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.PersonDevices;

[Authorize(Policy = Policy.Admin)]
internal sealed class EndDevicePage(EndPersonDevicesHandler end, CurrentUser user) : PageModel
{
    public string Back { get; private set; } = "";

    public IActionResult OnGet(Guid id) => Redirect(PeopleUrls.Show(id));

    public async Task<IActionResult> OnPostAsync(Guid id, Guid sessionId, CancellationToken cancellationToken)
    {
        Back = PeopleUrls.Show(id);
        return (await end.HandleAsync(id, sessionId, user, cancellationToken)).ToPage(this, "", _ =>
        {
            TempData["flash"] = "Signed out there.";
            return Redirect(Back);
        });
    }
}
