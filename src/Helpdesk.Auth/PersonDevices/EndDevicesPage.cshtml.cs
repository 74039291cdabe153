using Helpdesk.Auth.People;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.PersonDevices;

[Authorize(Policy = Policy.Admin)]
internal sealed class EndDevicesPage(EndPersonDevicesHandler end, CurrentUser user) : PageModel
{
    public string Back { get; private set; } = "";

    public IActionResult OnGet(Guid id) => Redirect(PeopleUrls.Show(id));

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        Back = PeopleUrls.Show(id);
        return (await end.HandleAllAsync(id, user, cancellationToken)).ToPage(this, "", ended =>
        {
            TempData["flash"] = ended.Ended == 1 ? "Signed out on one device." : $"Signed out on {ended.Ended} devices.";
            return Redirect(Back);
        });
    }
}
