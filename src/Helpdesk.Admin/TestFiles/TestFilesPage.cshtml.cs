using Helpdesk.Admin.SaveSettings;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Settings;
using Helpdesk.Platform.Trials;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Admin.TestFiles;

[Authorize(Policy = Policy.Admin)]
internal sealed class TestFilesPage(TestFilesHandler test, CurrentUser user) : PageModel
{
    public IReadOnlyList<TrialStep> Steps { get; private set; } = [];

    public IActionResult OnGet() => Redirect(SaveSettingsPage.AddressOf(SettingArea.Files.Slug));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        (await test.HandleAsync(user, cancellationToken)).ToPage(this, "", steps =>
        {
            Steps = steps;
            return Page();
        });
}
