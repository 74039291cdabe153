using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.PreviewText;

[Authorize(Policy = Policy.SignedIn)]
internal sealed class PreviewTextPage(PreviewTextHandler preview) : PageModel
{
    [BindProperty]
    public PreviewTextRequest Form { get; set; } = new();

    public string BodyHtml { get; private set; } = "";

    public IActionResult OnGet() => Redirect("/");

    public IActionResult OnPost() => preview.Handle(Form).ToPage(this, nameof(Form), view =>
    {
        BodyHtml = view.BodyHtml;
        return Page();
    });
}
