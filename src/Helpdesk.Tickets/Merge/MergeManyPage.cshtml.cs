using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.Queue;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.Merge;

/// <summary>Merges the tickets that were chosen in the queue: shows them all first, which one goes on, and who gains access.</summary>
[Authorize(Policy = Policy.Staff)]
internal sealed class MergeManyPage(ShowMergeHandler show, MergeHandler merge, CurrentUser user) : PageModel
{
    private const int Most = 20;

    [BindProperty(Name = "Form.Ids")]
    public List<Guid> Ids { get; set; } = [];

    /// <summary>The one that goes on: the oldest, unless another is chosen.</summary>
    [BindProperty]
    public Guid? Survivor { get; set; }

    /// <summary>For which the page said who gains access.</summary>
    [BindProperty]
    public Guid? Shown { get; set; }

    [BindProperty(Name = "back")]
    public string? Wanted { get; set; }

    public string Back => QueueAddress.Own(Wanted);

    public IReadOnlyList<MergeView> Pairs { get; private set; } = [];

    public IEnumerable<MergeSide> Sides => Pairs.Select(pair => pair.Merged).Prepend(Pairs[0].Survivor).OrderBy(side => side.Number);

    public IActionResult OnGet() => Redirect(QueueAddress.Path);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Ids = [.. Ids.Distinct()];
        if (Ids.Count is < 2 or > Most)
        {
            ModelState.AddModelError("", Ids.Count < 2 ? "Choose two or more tickets first." : $"Merge up to {Most} tickets at once.");
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        // An id of version 7 begins with its time.
        var survivor = Survivor is { } chosen && Ids.Contains(chosen) ? chosen : Ids.MinBy(id => id.ToString());
        return Shown == survivor ? await MergeAsync(survivor, cancellationToken) : await ShowAsync(survivor, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(Guid survivor, CancellationToken cancellationToken)
    {
        var pairs = new List<MergeView>();
        foreach (var id in Ids.Where(id => id != survivor))
        {
            var pair = await show.HandleAsync(id, new MergeRequest { Into = survivor.ToString() }, user, cancellationToken);
            if (pair.Value is not { } view)
            {
                return pair.ToPage(this, "", _ => Page());
            }

            pairs.Add(view);
        }

        Pairs = pairs;
        return Page();
    }

    private async Task<IActionResult> MergeAsync(Guid survivor, CancellationToken cancellationToken)
    {
        var number = 0;
        foreach (var id in Ids.Where(id => id != survivor))
        {
            var merged = await merge.HandleAsync(id, new MergeRequest { Into = survivor.ToString() }, user, cancellationToken);
            if (merged.Value is not { } ticket)
            {
                return merged.ToPage(this, "", _ => Page());
            }

            number = ticket.Number;
        }

        TempData["flash"] = $"Merged into #{number}.";
        return Redirect(TicketUrls.Show(number));
    }
}
