using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.Upkeep;

/// <summary>What waits for those who keep the knowledge base true.</summary>
[Authorize(Policy = Policy.Staff)]
internal sealed class UpkeepPage(ShowUpkeepHandler show, ListGapsHandler gaps, ListComplaintsHandler complaints, CurrentUser user) : PageModel
{
    public const string Path = "/kb/manage/upkeep";

    public UpkeepView View { get; private set; } = default!;

    public IReadOnlyList<GapView> Gaps { get; private set; } = [];

    public IReadOnlyList<ComplaintView> Complaints { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Gaps = (await gaps.HandleAsync(user, cancellationToken)).Value?.Items ?? [];
        Complaints = (await complaints.HandleAsync(user, cancellationToken)).Value?.Items ?? [];
        return (await show.HandleAsync(user, cancellationToken)).ToPage(this, "", view =>
        {
            View = view;
            return Page();
        });
    }
}
