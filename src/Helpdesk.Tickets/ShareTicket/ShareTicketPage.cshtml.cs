using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.OpenTicket;
using Helpdesk.Tickets.ShowTicket;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.ShareTicket;

/// <summary>One line of addresses.</summary>
internal sealed record ShareTicketForm
{
    public string Participants { get; init; } = "";
}

[Authorize(Policy = Policy.SignedIn)]
internal sealed class ShareTicketPage(ShareTicketHandler share, ShowTicketHandler show, TicketViews views, CurrentUser user) : PageModel
{
    [BindProperty]
    public ShareTicketForm Form { get; set; } = new();

    public TicketDetailView Ticket { get; private set; } = default!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        (await show.HandleAsync(id.ToString(), user, cancellationToken)).ToPage(this, "", Show);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var request = new ShareTicketRequest { Participants = CopyIn.AddressesIn([Form.Participants]) };
        var shared = await share.HandleAsync(id, request, user, cancellationToken);
        if (shared.Value is { } done)
        {
            TempData["flash"] = await SaidAsync(done, cancellationToken);
            return Redirect(TicketUrls.Show(done.Ticket.Number));
        }

        if ((await show.HandleAsync(id.ToString(), user, cancellationToken)).Value is { } ticket)
        {
            Ticket = ticket;
        }

        return shared.ToPage(this, nameof(Form), _ => Page());
    }

    private PageResult Show(TicketDetailView ticket)
    {
        Ticket = ticket;
        return Page();
    }

    /// <summary>Names who gained access.</summary>
    private async Task<string> SaidAsync(Shared shared, CancellationToken cancellationToken)
    {
        if (shared.Gained.Count == 0)
        {
            return "They were on this ticket already.";
        }

        var names = await views.NamesAsync(shared.Gained, user, cancellationToken);
        var people = shared.Gained.Select(id => names.Of(id).Name).ToList();
        return people.Count == 1
            ? $"{people[0]} is copied in and can read all of this ticket."
            : $"{string.Join(", ", people.SkipLast(1))} and {people[^1]} are copied in and can read all of this ticket.";
    }
}
