using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.ListSessions;

[Authorize(Policy = Policy.SignedIn)]
internal sealed class DevicesPage(ListSessionsHandler list, CurrentUser user) : PageModel
{
    public const string Path = "/account/devices";

    public IReadOnlyList<SessionView> Sessions { get; private set; } = [];

    public int Others => Sessions.Count(session => !session.Current);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        (await list.HandleAsync(user, cancellationToken)).ToPage(this, "", sessions =>
        {
            Sessions = sessions;
            return Page();
        });

    /// <summary>Two of one kind are told apart by when they were last used, so that each button has a name of its own.</summary>
    public string NameOf(SessionView session) =>
        Sessions.Count(other => other.DeviceLabel == session.DeviceLabel) == 1
            ? session.DeviceLabel
            : $"{session.DeviceLabel}, signed in {Platform.Ui.WhenText.Full(session.CreatedAt, user)}";
}
