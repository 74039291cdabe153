using Helpdesk.Platform;
using Helpdesk.Platform.Http.Guards;
using Helpdesk.Platform.Http.Held;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Web.Errors;

/// <summary>Where a sign-in leads that interrupted a form: shows the form once more, to be sent with one button. It changes nothing itself, so it needs no token.</summary>
[Authorize(Policy = Policy.SignedIn)]
[IgnoreAntiforgeryToken]
internal sealed class HeldPage(HeldForms held) : PageModel
{
    public PostedForm? Form { get; private set; }

    public IActionResult OnGet() => Redirect("/");

    public IActionResult OnPost([FromForm(Name = HeldForms.Field)] string? text)
    {
        HttpContext.NeverKeep();
        Form = held.Release(text);
        return Page();
    }
}
