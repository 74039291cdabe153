using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.ChangeMany;
using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.SavedViews;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.Queue;

[Authorize(Policy = Policy.Staff)]
internal sealed class QueuePage(QueueHandler queue, QueueSideReading side, QueueFilterReading filters, ManyTelling telling, CurrentUser user) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "")]
    public QueueRequest Form { get; set; } = new();

    /// <summary>Null for all tickets there are: what a search from another page looks through.</summary>
    public QueueView? View { get; private set; }

    public QueueFilterBar Bar { get; private set; } = default!;

    public QueueSide Side { get; private set; } = default!;

    public QueueCounts Counts => Side.Counts;

    /// <summary>The saved view that is open; its filter stands in the address beside it.</summary>
    [BindProperty(SupportsGet = true, Name = "saved")]
    public Guid? SavedId { get; set; }

    public SavedViewView? Saved => Side.Saved.FirstOrDefault(view => view.Id == SavedId);

    public IReadOnlyList<TicketView> Tickets { get; private set; } = [];

    public string? OlderUrl { get; private set; }

    public QueueSort Sort { get; private set; } = default!;

    /// <summary>What became of the tickets that were changed a moment ago.</summary>
    public ManyTold? Told { get; private set; }

    public string Heading => Saved?.Name ?? View?.Name ?? "All tickets";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Form = Form with { Limit = PageSize, View = string.IsNullOrEmpty(Form.View) ? null : Form.View, Sort = string.IsNullOrEmpty(Form.Sort) ? null : Form.Sort };
        if (Form.View is null && new QueueAddress(Form).Filters.Count == 0)
        {
            Form = Form with { View = QueueView.Unassigned.Word };
        }

        View = QueueView.Read(Form.View);
        var found = await queue.HandleAsync(Form, user, cancellationToken);
        Tickets = found.Value?.Items ?? [];
        if (Numbered() is { } ticket)
        {
            return Redirect(TicketUrls.Show(ticket.Number));
        }

        Bar = await filters.ReadAsync(Form, Tickets, cancellationToken);
        Sort = new QueueSort(Form.Sort ?? View?.Sort ?? "-updated", Bar.Address);
        Side = await side.ReadAsync(user, cancellationToken);
        // What looks like an id comes back as one.
        Told = TempData[ChangeManyPage.Told] is { } run ? await telling.ReadAsync(run.ToString(), user, cancellationToken) : null;
        return found.ToPage(this, "", page =>
        {
            OlderUrl = page.NextCursor is { } cursor ? Bar.Address.WithCursor(cursor) : null;
            return Page();
        });
    }

    /// <summary>Who types a number into the search of another page means that ticket.</summary>
    private TicketView? Numbered() =>
        Form.View is null && TicketQueries.NumberOf(Form.Q?.Trim() ?? "") is { } number ? Tickets.FirstOrDefault(ticket => ticket.Number == number) : null;
}

/// <summary>The order of the list as its headings show it.</summary>
internal sealed class QueueSort(string word, QueueAddress address)
{
    private bool IsDescending => word.StartsWith('-');

    /// <summary>Older for times and numbers that fall, and so on: where the next page leads.</summary>
    public (string Next, string First) PageNames => (word.TrimStart('-'), IsDescending) switch
    {
        ("priority", _) => ("More", "First page"),
        (_, true) => ("Older", "Newest"),
        _ => ("Newer", "Oldest"),
    };

    public string AriaOf(string column) =>
        word.TrimStart('-') != column ? "none" : IsDescending ? "descending" : "ascending";

    /// <summary>The highest first; pressed again, the lowest.</summary>
    public string UrlOf(string column) => address.WithSort(word == $"-{column}" ? column : $"-{column}");
}
