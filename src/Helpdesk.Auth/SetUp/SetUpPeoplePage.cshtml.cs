using Helpdesk.Auth.InvitePeople;
using Helpdesk.Auth.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Samples;
using Helpdesk.Platform.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.SetUp;

/// <summary>Step 5: who else is to come in, now or later. With it the set-up is finished.</summary>
[Authorize(Policy = Policy.Admin)]
internal sealed class SetUpPeoplePage(
    InvitePeopleHandler invite, FinishSetUpHandler finish, IEnumerable<ISamples> samples, ISiteSettings settings, CurrentUser user) : PageModel
{
    [BindProperty]
    public InvitePeopleRequest Form { get; set; } = new() { Role = RoleNames.Of(Role.Agent) };

    [BindProperty]
    public bool WithSamples { get; set; }

    /// <summary>What comes with the sample data, in words.</summary>
    public string Samples => SampleKind.List(samples.OrderByDescending(share => share.Order).Select(share => share.Kind));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        (await settings.GetAsync(cancellationToken)).IsSetUp ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "later")] bool isLater, CancellationToken cancellationToken)
    {
        if ((await settings.GetAsync(cancellationToken)).IsSetUp)
        {
            return NotFound();
        }

        if (!isLater)
        {
            var invited = await invite.HandleAsync(Form, isTrial: false, user, cancellationToken);
            if (invited.Refusal is not null)
            {
                return invited.ToPage(this, nameof(Form), _ => Page());
            }
        }

        return (await finish.HandleAsync(WithSamples, user, cancellationToken)).ToPage(this, nameof(Form), _ =>
        {
            TempData["flash"] = "Your helpdesk is ready. File the first ticket.";
            return Redirect("/tickets/new");
        });
    }
}
