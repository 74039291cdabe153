using Helpdesk.Auth.Contracts;
using Helpdesk.Auth.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.SetUp;

/// <summary>Step 2: what the site is called and where it is.</summary>
[Authorize(Policy = Policy.Admin)]
internal sealed class SetUpSitePage(SetUpSiteHandler setUp, ISiteSettings settings, AppSettings app, CurrentUser user, TimeProvider clock) : PageModel
{
    [BindProperty]
    public SetUpSiteRequest Form { get; set; } = new();

    public Uri Address => app.PublicUrl;

    /// <summary>What does not fit between the configured address and the one that this browser uses.</summary>
    public string? AddressProblem => SiteAddress.Problem(app.PublicUrl, $"{Request.Scheme}://{Request.Host.Value}");

    public string TimeThere => $"It is {Places.TimeIn(Form.TimeZone, clock.GetUtcNow())} there.";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var site = await settings.GetAsync(cancellationToken);
        if (site.IsSetUp)
        {
            return NotFound();
        }

        Form = new SetUpSiteRequest { Name = site.Name, TimeZone = site.TimeZone, Language = site.Language };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "back")] bool goesBack, CancellationToken cancellationToken) =>
        goesBack ? Redirect(SetUpSteps.Account) : (await setUp.HandleAsync(Form, user, cancellationToken)).ToPage(this, nameof(Form), _ => Redirect(SetUpSteps.Mail));
}
