using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.Drafts;
using Helpdesk.Tickets.Model;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.CannedAnswers;

/// <summary>Opened from the composer with what was typed so far; an answer goes behind it, and both are the draft.</summary>
[Authorize(Policy = Policy.Staff)]
internal sealed class UseAnswerPage(UseAnswerHandler use, SaveDraftHandler drafts, CurrentUser user) : PageModel
{
    public Guid TicketId { get; private set; }

    [BindProperty(Name = "Form.Body")]
    public string? Body { get; set; }

    public string Typed => Body ?? "";

    public IReadOnlyList<FilledAnswer> Answers { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => ShowAsync(id, cancellationToken);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var shown = await ShowAsync(id, cancellationToken);
        if (Typed.Length > 0 && shown is PageResult)
        {
            // Kept before anything else, so that going back loses nothing either.
            await drafts.HandleAsync(new SaveDraftRequest { Kind = DraftKind.Reply, TicketId = id, Content = DraftFields.Write(Request.Form) }, user, cancellationToken);
        }

        return shown;
    }

    public async Task<IActionResult> OnPostUseAsync(Guid id, Guid answer, CancellationToken cancellationToken)
    {
        TicketId = id;
        return (await use.HandleAsync(id, answer, Typed, user, cancellationToken)).ToPage(this, "", _ => Redirect($"{TicketUrls.Show(id)}#reply"));
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        TicketId = id;
        return (await use.ShowAsync(id, user, cancellationToken)).ToPage(this, "", answers =>
        {
            Answers = answers;
            return Page();
        });
    }
}
