using Helpdesk.Auth.People;
using Helpdesk.Auth.ShowPerson;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.InvitePeople;

[Authorize(Policy = Policy.Admin)]
internal sealed class InviteAgainPage(ShowPersonHandler show, InviteAgainHandler invite, CurrentUser user) : PageModel
{
    public string Back { get; private set; } = "";

    public IActionResult OnGet(Guid id) => Redirect(PeopleUrls.Show(id));

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        Back = PeopleUrls.Show(id);
        var email = (await show.HandleAsync(id, user, cancellationToken)).Value?.Email;
        return (await invite.HandleAsync(id, user, cancellationToken)).ToPage(this, "", _ =>
        {
            TempData["flash"] = $"Invitation sent to {email}. It works for 7 days.";
            return Redirect(Back);
        });
    }
}
