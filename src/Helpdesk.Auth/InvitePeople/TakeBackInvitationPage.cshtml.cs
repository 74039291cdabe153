using Helpdesk.Auth.People;
using Helpdesk.Auth.ShowPerson;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.InvitePeople;

[Authorize(Policy = Policy.Admin)]
internal sealed class TakeBackInvitationPage(ShowPersonHandler show, TakeBackInvitationHandler takeBack, CurrentUser user) : PageModel
{
    public PersonView Person { get; private set; } = default!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await ReadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        await ReadAsync(id, cancellationToken)
            ? (await takeBack.HandleAsync(id, user, cancellationToken)).ToPage(this, "", _ =>
            {
                TempData["flash"] = $"The invitation of {Person.Email} is taken back.";
                return Redirect(PeopleUrls.List);
            })
            : NotFound();

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        Person = (await show.HandleAsync(id, user, cancellationToken)).Value!;
        return Person is not null;
    }
}
