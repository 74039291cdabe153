using Helpdesk.Auth.MyData;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.ExportData;

/// <summary>Takes the form of "Download my data", and shows the page again when it was refused.</summary>
[Authorize(Policy = Policy.SignedIn)]
internal sealed class AskExportPage(AskExportHandler ask, MyDataReading reading, CurrentUser user) : PageModel
{
    public MyDataView View { get; private set; } = default!;

    public IActionResult OnGet() => Redirect(MyDataUrls.Page);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await ask.HandleAsync(user, cancellationToken);
        if (outcome.Refusal is Refusal.NotSignedIn { Code: StepUp.Code })
        {
            return Redirect(MyDataUrls.Confirm);
        }

        View = await reading.ReadAsync(user, cancellationToken);
        return outcome.ToPage(this, "", _ =>
        {
            TempData["flash"] = "We are putting your data together. You will get a mail.";
            return Redirect(MyDataUrls.Page);
        });
    }
}
