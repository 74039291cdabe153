using Helpdesk.Admin.SaveSettings;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Settings;
using Helpdesk.Platform.Trials;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Admin.TestMail;

[Authorize(Policy = Policy.Admin)]
internal sealed class TestMailPage(TestMailHandler test, CurrentUser user) : PageModel
{
    public IReadOnlyList<TrialStep> Steps { get; private set; } = [];

    public IActionResult OnGet() => Redirect(SaveSettingsPage.AddressOf(SettingArea.Mail.Slug));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        (await test.HandleAsync(user, cancellationToken)).ToPage(this, "", steps =>
        {
            Steps = steps;
            return Page();
        });
}
