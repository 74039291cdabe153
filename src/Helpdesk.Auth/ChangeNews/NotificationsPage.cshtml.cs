using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.ChangeNews;

[Authorize(Policy = Policy.SignedIn)]
internal sealed class NotificationsPage(ShowNewsHandler show, ChangeNewsHandler change, ISiteSettings site, CurrentUser user) : PageModel
{
    private IReadOnlyList<NewsChoiceView> offered = [];

    [BindProperty]
    public ChangeNewsRequest Form { get; set; } = new();

    public string TimeZone => user.TimeZone.Replace('_', ' ');

    public string SiteName => site.Known.Name;

    public string TitleOf(string name) => offered.FirstOrDefault(choice => choice.Event == name)?.Title ?? "";

    public bool IsToldInApp(string name) => offered.Any(choice => choice.Event == name && choice.InApp is not null);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        (await show.HandleAsync(user, cancellationToken)).ToPage(this, "", choices =>
        {
            offered = choices.Events;
            Form = new ChangeNewsRequest
            {
                Events = [.. choices.Events.Select(choice => new NewsChoiceRequest { Event = choice.Event, InApp = choice.InApp, Mail = choice.Mail })],
                QuietFrom = choices.QuietFrom,
                QuietTo = choices.QuietTo,
            };
            return Page();
        });

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        // A box that is not checked sends nothing; on this page that means no.
        Form = Form with { Events = [.. Form.Events.Select(choice => choice with { InApp = choice.InApp ?? false })] };
        var outcome = await change.HandleAsync(Form, user, cancellationToken);
        offered = (await show.HandleAsync(user, cancellationToken)).Value?.Events ?? [];
        return outcome.ToPage(this, nameof(Form), _ =>
        {
            TempData["flash"] = "Saved.";
            return Redirect("/account/notifications");
        });
    }
}
