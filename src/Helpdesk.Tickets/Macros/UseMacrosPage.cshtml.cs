using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.Macros;

[Authorize(Policy = Policy.Staff)]
internal sealed class UseMacrosPage(PreviewMacrosHandler preview, CurrentUser user) : PageModel
{
    public Guid TicketId { get; private set; }

    public IReadOnlyList<FilledMacro> List { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        TicketId = id;
        return (await preview.HandleAsync(id, user, cancellationToken)).ToPage(this, "", macros =>
        {
            List = macros;
            return Page();
        });
    }
}
