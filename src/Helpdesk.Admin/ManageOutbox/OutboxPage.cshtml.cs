using Helpdesk.Platform;
using Helpdesk.Platform.Email;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Admin.ManageOutbox;

[Authorize(Policy = Policy.Admin)]
internal sealed class OutboxPage(ShowOutboxHandler handler, CurrentUser user) : PageModel
{
    public const string Path = "/admin/outbox";

    private const int Shown = 50;

    [BindProperty(SupportsGet = true, Name = "")]
    public OutboxRequest Form { get; set; } = new();

    public OutboxState State { get; private set; } = new(0, null, 0, []);

    public CursorPage<OutboxLine> Mails { get; private set; } = new([], null);

    public CurrentUser Reader => user;

    public bool ShowsFailed => Form.State == ShowOutboxHandler.Failed;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var state = await handler.StateAsync(user, cancellationToken);
        if (state.Value is not { } known)
        {
            return state.ToPage(this, "", _ => Page());
        }

        State = known;
        return (await handler.ListAsync(Form with { Limit = Shown }, user, cancellationToken)).ToPage(this, "", mails =>
        {
            Mails = mails;
            return Page();
        });
    }

    /// <summary>"password-reset" as people say it: "Password reset".</summary>
    public static string KindInWords(string kind)
    {
        var words = kind.Replace('-', ' ').Replace('.', ' ');
        return words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
