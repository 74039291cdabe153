using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Drafts;
using Helpdesk.Tickets.Model;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.Deflect;

/// <summary>An article helped while a ticket was written: none is filed, and what was written is kept as a draft for who changes their mind.</summary>
[Authorize(Policy = Policy.SignedIn)]
internal sealed class SolvedPage(IAnswers answers, SaveDraftHandler drafts, CurrentUser user) : PageModel
{
    private const string Path = "/tickets/new/solved";

    public string UndoUrl { get; private set; } = "";

    public static string UrlOf(Guid itemId) => $"{Path}?item={itemId}";

    public IActionResult OnGet(Guid? id)
    {
        UndoUrl = $"{Path}/{id}?handler=undo";
        return id is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid item, CancellationToken cancellationToken)
    {
        var draft = new SaveDraftRequest { Kind = DraftKind.New, Content = DraftFields.Write(Request.Form) };
        if ((await drafts.HandleAsync(draft, user, cancellationToken)).Refusal is { } tooLong)
        {
            return ((Outcome<Done>)tooLong).ToPage(this, "", _ => NotFound());
        }

        return (await answers.SolveAsync(item, user, cancellationToken)).ToPage(this, "", solved => Redirect($"{Path}/{solved.Id}"));
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid id, CancellationToken cancellationToken) =>
        (await answers.UndoAsync(id, user, cancellationToken)).ToPage(this, "", _ => Redirect("/tickets/new"));
}
