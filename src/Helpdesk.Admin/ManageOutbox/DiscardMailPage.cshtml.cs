using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Admin.ManageOutbox;

[Authorize(Policy = Policy.Admin)]
internal sealed class DiscardMailPage(DiscardMailHandler discard, CurrentUser user) : PageModel
{
    [BindProperty]
    public DiscardMailRequest Form { get; set; } = new();

    public IActionResult OnGet(Guid id) => Redirect($"{OutboxPage.Path}/{id}");

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        (await discard.HandleAsync(id, Form, user, cancellationToken)).ToPage(this, nameof(Form), _ =>
        {
            TempData["flash"] = "The mail is discarded.";
            return Redirect(OutboxPage.Path);
        });
}
