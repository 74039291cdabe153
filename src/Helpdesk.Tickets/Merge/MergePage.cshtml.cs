using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.Merge;

/// <summary>First the number, then both tickets side by side with who gains access, then the button.</summary>
[Authorize(Policy = Policy.Staff)]
internal sealed class MergePage(ShowMergeHandler show, MergeHandler merge, CurrentUser user) : PageModel
{
    [BindProperty]
    public MergeRequest Form { get; set; } = new();

    public Guid TicketId { get; private set; }

    public MergeView? Preview { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string? into, CancellationToken cancellationToken)
    {
        TicketId = id;
        if (into is null)
        {
            return Page();
        }

        Form = new MergeRequest { Into = into };
        return (await show.HandleAsync(id, Form, user, cancellationToken)).ToPage(this, nameof(Form), view =>
        {
            Preview = view;
            return Page();
        });
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        TicketId = id;
        return (await merge.HandleAsync(id, Form, user, cancellationToken)).ToPage(this, nameof(Form), survivor =>
        {
            TempData["flash"] = $"Merged into #{survivor.Number}.";
            return Redirect(TicketUrls.Show(survivor.Number));
        });
    }
}
