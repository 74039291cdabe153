using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.ShowTicket;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.Macros;

/// <summary>Says what a macro will do before it does it.</summary>
[Authorize(Policy = Policy.Staff)]
internal sealed class ApplyMacroPage(PreviewMacrosHandler preview, ApplyMacroHandler apply, ShowTicketHandler show, CurrentUser user) : PageModel
{
    public TicketDetailView Ticket { get; private set; } = default!;

    public FilledMacro Macro { get; private set; } = default!;

    public Task<IActionResult> OnGetAsync(Guid id, Guid macroId, CancellationToken cancellationToken) => ShowAsync(id, macroId, cancellationToken);

    public async Task<IActionResult> OnPostAsync(Guid id, Guid macroId, CancellationToken cancellationToken)
    {
        if (await ShowAsync(id, macroId, cancellationToken) is not PageResult)
        {
            return NotFound();
        }

        var applied = await apply.HandleAsync(id, macroId, new ApplyMacroRequest { Body = "" }, user, TicketChannel.Web, cancellationToken);
        return applied.ToPage(this, "", ticket =>
        {
            TempData["flash"] = $"“{Macro.Name}” is applied.";
            return Redirect(TicketUrls.Show(ticket.Number));
        });
    }

    private async Task<IActionResult> ShowAsync(Guid id, Guid macroId, CancellationToken cancellationToken)
    {
        if ((await show.HandleAsync(id.ToString(), user, cancellationToken)).Value is not { } ticket)
        {
            return NotFound();
        }

        Ticket = ticket;
        return (await preview.FindAsync(id, macroId, user, cancellationToken)).ToPage(this, "", macro =>
        {
            Macro = macro;
            return Page();
        });
    }
}
