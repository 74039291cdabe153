using Helpdesk.Auth.People;
using Helpdesk.Auth.ShowPerson;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.Anonymise;

[Authorize(Policy = Policy.Admin)]
internal sealed class AnonymisePage(ShowPersonHandler show, AnonymiseHandler anonymise, CurrentUser user) : PageModel
{
    [BindProperty]
    public AnonymiseRequest Form { get; set; } = new();

    public PersonView Person { get; private set; } = default!;

    public bool IsMe => Person.Id == user.Id;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await ReadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        await ReadAsync(id, cancellationToken)
            ? (await anonymise.HandleAsync(id, Form, user, cancellationToken)).ToPage(this, nameof(Form), _ =>
            {
                TempData["flash"] = "The person is anonymised.";
                return Redirect(IsMe ? "/signin" : PeopleUrls.List);
            })
            : NotFound();

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        Person = (await show.HandleAsync(id, user, cancellationToken)).Value!;
        return Person is not null;
    }
}
