using Helpdesk.Admin.SaveSettings;
using Helpdesk.Admin.ShowSettings;
using Helpdesk.Admin.TestMail;
using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Settings;
using Helpdesk.Platform.Trials;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Admin.SetUpMail;

/// <summary>Step 3 of the first run: how mails leave. It can wait: nothing that follows needs mail.</summary>
[Authorize(Policy = Policy.Admin)]
internal sealed class SetUpMailPage(
    ShowSettingsHandler show, SaveSettingsHandler save, TestMailHandler test, ISiteSettings settings, CurrentUser user) : PageModel
{
    public SettingsAreaView Area { get; private set; } = default!;

    /// <summary>What the mail server said to the test; null when none was asked for.</summary>
    public IReadOnlyList<TrialStep>? Steps { get; private set; }

    public CurrentUser Admin => user;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "test")] bool isTest, CancellationToken cancellationToken)
    {
        if (await ReadAsync(cancellationToken) is { } gone)
        {
            return gone;
        }

        var saved = await save.HandleAsync(new SaveSettingsRequest { Values = SettingFields.Sent(Request, Area), Confirmed = true }, user, cancellationToken);
        if (saved.Refusal is not null || !isTest)
        {
            return saved.ToPage(this, "", _ => Redirect(SetUpSteps.Categories));
        }

        return (await test.HandleAsync(user, cancellationToken)).ToPage(this, "", steps =>
        {
            Steps = steps;
            return Page();
        });
    }

    private async Task<IActionResult?> ReadAsync(CancellationToken cancellationToken)
    {
        if ((await settings.GetAsync(cancellationToken)).IsSetUp)
        {
            return NotFound();
        }

        var shown = await show.HandleAsync(user, cancellationToken);
        if (shown.Value is not { } view)
        {
            return shown.ToPage(this, "", _ => Page());
        }

        Area = view.Areas.Single(area => area.Area == SettingArea.Mail.Slug);
        return null;
    }
}
