using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.Queue;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.Merge;

/// <summary>Merges the tickets that were chosen in the queue: shows them all first, which one goes on, and who gains access.</summary>
[Authorize(Policy = Policy.Staff)]
internal sealed class MergeManyPage(MergeManyHandler merge, CurrentUser user) : PageModel
{
    [BindProperty(Name = "Form.Ids")]
    public List<Guid> Ids { get; set; } = [];

    /// <summary>The one that goes on, once it is chosen.</summary>
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
        var request = new MergeManyRequest { Ids = Ids, Into = Survivor };
        if (Survivor is null || Shown != Survivor)
        {
            return (await merge.ShowAsync(request, user, cancellationToken)).ToPage(this, "", pairs =>
            {
                Pairs = pairs;
                return Page();
            });
        }

        return (await merge.HandleAsync(request, user, cancellationToken)).ToPage(this, "", survivor =>
        {
            TempData["flash"] = $"Merged into #{survivor.Number}.";
            return Redirect(TicketUrls.Show(survivor.Number));
        });
    }
}
