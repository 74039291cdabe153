using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Queue;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.ChooseColumns;

[Authorize(Policy = Policy.Staff)]
internal sealed class ChooseColumnsPage(ChooseColumnsHandler choose, ShowColumnsHandler show, CurrentUser user) : PageModel
{
    [BindProperty]
    public ChooseColumnsRequest Form { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "back")]
    public string? Wanted { get; set; }

    /// <summary>The list that it was asked from.</summary>
    public string Back => QueueAddress.Own(Wanted);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        (await show.HandleAsync(user, cancellationToken)).ToPage(this, "", view =>
        {
            Form = new ChooseColumnsRequest { Columns = [.. view.Columns] };
            return Page();
        });

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        (await choose.HandleAsync(Form, user, cancellationToken)).ToPage(this, nameof(Form), _ =>
        {
            TempData["flash"] = "Saved.";
            return Redirect(Back);
        });
}
