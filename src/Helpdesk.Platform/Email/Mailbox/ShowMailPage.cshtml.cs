using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Platform.Email.Mailbox;

[AllowAnonymous]
internal sealed partial class ShowMailPage(PickupFolder folder) : PageModel
{
    public PickedUpMail Shown { get; private set; } = default!;

    /// <summary>The text part, with its links told apart.</summary>
    public IEnumerable<(string Text, bool IsLink)> Pieces =>
        Link().Split(Shown.Mail.Text).Select((text, index) => (text, index % 2 == 1));

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken cancellationToken)
    {
        if (await folder.FindAsync(name, cancellationToken) is not { } mail)
        {
            return NotFound();
        }

        Shown = mail;
        return Page();
    }

    [GeneratedRegex(@"(https?://[^\s<>""()]+[^\s<>""().,;:!?])")]
    private static partial Regex Link();
}
