using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.ReadNews;

[Authorize(Policy = Policy.SignedIn)]
internal sealed class ReadNewsPage(ReadNewsHandler read, CurrentUser user) : PageModel
{
    [BindProperty]
    public ReadNewsRequest Form { get; set; } = new();

    public IActionResult OnGet() => Redirect("/notifications");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        (await read.HandleAsync(Form, user, cancellationToken)).ToPage(this, nameof(Form), _ => Redirect("/notifications"));
}
