using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.ChangeChoices;

[Authorize(Policy = Policy.SignedIn)]
internal sealed class KeyboardPage(ShowChoicesHandler show, ChangeChoicesHandler change, CurrentUser user) : PageModel
{
    [BindProperty]
    public ChangeChoicesRequest Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        (await show.HandleAsync(user, cancellationToken)).ToPage(this, "", choices =>
        {
            Form = new ChangeChoicesRequest
            {
                Theme = choices.Theme,
                Density = choices.Density,
                TimeFormat = choices.TimeFormat,
                UndoDelay = choices.UndoDelay,
                KeyboardShortcuts = choices.KeyboardShortcuts,
            };
            return Page();
        });

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        (await change.HandleAsync(new ChangeChoicesRequest { KeyboardShortcuts = Form.KeyboardShortcuts ?? false }, user, cancellationToken)).ToPage(this, nameof(Form), _ =>
        {
            TempData["flash"] = "Saved.";
            return Redirect("/account/keyboard");
        });
}
