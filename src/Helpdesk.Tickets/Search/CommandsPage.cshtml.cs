using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Ui;
using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.Queue;
using Helpdesk.Tickets.SavedViews;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.Search;

/// <summary>Where the command menu of the signed-in browser can go: without words the places and views, with words what the search finds.</summary>
[Authorize(Policy = Policy.SignedIn)]
internal sealed class CommandsPage(
    SearchHandler search, ListViewsHandler views, IEnumerable<PlaceLink> places, IEnumerable<AdminLink> admin, CurrentUser user) : PageModel
{
    private const int Found = 6;

    public async Task<IActionResult> OnGetAsync(string? q, CancellationToken cancellationToken) => new JsonResult(
        string.IsNullOrWhiteSpace(q) ? await PlacesAsync(cancellationToken) : await FoundAsync(q, cancellationToken));

    private async Task<List<Command>> PlacesAsync(CancellationToken cancellationToken)
    {
        var saved = await views.HandleAsync(user, cancellationToken);
        return
        [
            .. places.Where(place => place.IsFor(user)).OrderBy(place => place.Order).Select(place => new Command("Go to", place.Text, place.Url, Also: place.Also)),
            .. admin.Where(link => link.IsFor(user)).OrderBy(link => link.Order)
                .Select(link => new Command("Go to", $"Admin: {link.Text}", link.Url)),
            .. user.IsStaff ? QueueView.All.Select(view => new Command("Views", view.Name, TicketUrls.Queue(view.Word))) : [],
            .. saved.Value?.Select(view => new Command("Views", view.Name, SavedViewUrls.Of(view))) ?? [],
        ];
    }

    private async Task<List<Command>> FoundAsync(string text, CancellationToken cancellationToken)
    {
        var found = await search.HandleAsync(new SearchRequest { Q = text, Limit = Found }, user, cancellationToken);
        return found.Value is not { } view
            ? []
            :
            [
                .. view.Tickets.Items.Select(ticket => new Command("Tickets", $"#{ticket.Number} {ticket.Subject}", TicketUrls.Show(ticket.Number))),
                .. view.Articles.Items.Select(article => new Command("Articles", article.Title, KnowledgeBaseUrls.Show(article.Slug))),
                .. view.People?.Items.Select(person => new Command("People", person.Name, $"{QueueAddress.Path}?requester={person.Id}", person.Email)) ?? [],
            ];
    }
}

/// <summary>A line of the command menu.</summary>
internal sealed record Command(string Group, string Text, string Url, string? Detail = null, string? Also = null);
