using Helpdesk.Auth.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.Me;

[Authorize(Policy = Policy.SignedIn)]
internal sealed class ProfilePage(ShowMeHandler show, ChangeMeHandler change, CurrentUser user, TimeProvider clock) : PageModel
{
    public const string Path = "/account/profile";

    [BindProperty]
    public ChangeMeRequest Form { get; set; } = new();

    public CurrentUser Person => user;

    public string TimeThere => $"It is {Places.TimeIn(Form.TimeZone ?? user.TimeZone, clock.GetUtcNow())} there.";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        (await show.HandleAsync(user, cancellationToken)).ToPage(this, "", me =>
        {
            Form = new ChangeMeRequest { Name = me.Name, TimeZone = me.TimeZone, Language = me.Language };
            return Page();
        });

    // A form sends every field: one that comes empty was emptied, and is not to be kept as it is.
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        (await change.HandleAsync(Form with { Name = Form.Name ?? "" }, user, cancellationToken)).ToPage(this, nameof(Form), _ =>
        {
            TempData["flash"] = "Saved.";
            return Redirect(Path);
        });
}
