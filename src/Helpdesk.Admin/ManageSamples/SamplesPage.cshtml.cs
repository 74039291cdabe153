using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Admin.ManageSamples;

/// <summary>What sample data there is; where there is none, it is added here.</summary>
[Authorize(Policy = Policy.Admin)]
internal sealed class SamplesPage(ShowSamplesHandler show, AddSamplesHandler add, CurrentUser user) : PageModel
{
    public const string Path = "/admin/samples";

    public SamplesView View { get; private set; } = default!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        (await show.HandleAsync(user, cancellationToken)).ToPage(this, "", view =>
        {
            View = view;
            return Page();
        });

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        (await add.HandleAsync(user, cancellationToken)).ToPage(this, "", _ =>
        {
            TempData["flash"] = "The sample data is there.";
            return Redirect(Path);
        });
}
