using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Admin.ManageSamples;

/// <summary>Says what goes, then removes it.</summary>
[Authorize(Policy = Policy.Admin)]
internal sealed class RemoveSamplesPage(ShowSamplesHandler show, RemoveSamplesHandler remove, CurrentUser user) : PageModel
{
    public const string Path = "/admin/samples/removal";

    public SamplesView View { get; private set; } = default!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        (await show.HandleAsync(user, cancellationToken)).ToPage(this, "", view =>
        {
            View = view;
            return Page();
        });

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        (await remove.HandleAsync(user, cancellationToken)).ToPage(this, "", _ =>
        {
            TempData["flash"] = "The sample data is gone.";
            return Redirect(AdminLink.Root);
        });
}
