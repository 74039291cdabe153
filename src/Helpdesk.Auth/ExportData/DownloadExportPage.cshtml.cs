using Helpdesk.Auth.MyData;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.ExportData;

[Authorize(Policy = Policy.SignedIn)]
internal sealed class DownloadExportPage(DownloadExportHandler download, CurrentUser user) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var outcome = await download.HandleAsync(id, user, cancellationToken);
        return outcome.Refusal is Refusal.NotSignedIn { Code: StepUp.Code }
            ? Redirect(MyDataUrls.Confirm)
            : outcome.ToPage(this, "", file => new SentFile(file));
    }

    private sealed class SentFile(ExportFile file) : ActionResult
    {
        public override Task ExecuteResultAsync(ActionContext context) => file.SendAsync(context.HttpContext);
    }
}
