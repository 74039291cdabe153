using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Categories;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.Queue;

[Authorize(Policy = Policy.Staff)]
internal sealed class QueuePage(
    QueueHandler queue, QueueCountsHandler counts, CategoryList categories, IUserDirectory people, CurrentUser user) : PageModel
{
    private const int Rows = 50;

    [BindProperty(SupportsGet = true, Name = "")]
    public QueueRequest Form { get; set; } = new();

    public CursorPage<TicketView> Tickets { get; private set; } = new([], null);

    public QueueCounts Counts { get; private set; } = new(0, 0, 0, 0, 0);

    public QueueLinks Links { get; private set; } = default!;

    public IReadOnlyList<CategoryView> Categories { get; private set; } = [];

    public IReadOnlyList<UserCard> Staff { get; private set; } = [];

    public CurrentUser Reader => user;

    public QueueView? View => QueueView.Read(Form.View);

    public string Heading => View?.Name ?? "All tickets";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        // The queue opens with what nobody has taken yet; whoever asks for something gets exactly that.
        if (!Request.QueryString.HasValue)
        {
            Form = Form with { View = "unassigned" };
        }

        Links = new QueueLinks(Form);
        Categories = (await categories.GetAsync(cancellationToken)).Active;
        Staff = await people.StaffAsync(cancellationToken);
        Counts = await counts.HandleAsync(user, cancellationToken);
        return (await queue.HandleAsync(Form with { Limit = Form.Limit ?? Rows }, user, cancellationToken)).ToPage(this, "", page =>
        {
            Tickets = page;
            return Page();
        });
    }
}
