using Helpdesk.Auth.People;
using Helpdesk.Auth.Sessions;
using Helpdesk.Auth.ShowPerson;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.ResetFactor;

[Authorize(Policy = Policy.Admin)]
internal sealed class ResetFactorPage(ShowPersonHandler show, ResetFactorHandler reset, CurrentUser user) : PageModel
{
    public PersonView Person { get; private set; } = default!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        (await show.HandleAsync(id, user, cancellationToken)).ToPage(this, "", person =>
        {
            Person = person;
            return Page();
        });

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        (await reset.HandleAsync(id, user, Client.Of(HttpContext), cancellationToken)).ToPage(this, "", _ =>
        {
            TempData["flash"] = "The second factor is reset, and the person is told by mail.";
            return Redirect(PeopleUrls.Show(id));
        });
}
