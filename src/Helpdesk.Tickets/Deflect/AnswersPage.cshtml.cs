using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.Deflect;

/// <summary>What may help, while the subject of a new ticket is typed: a part of a page.</summary>
[Authorize(Policy = Policy.SignedIn)]
internal sealed class AnswersPage(IAnswers answers, CurrentUser user) : PageModel
{
    public const string Path = "/tickets/new/answers";

    public IReadOnlyList<Answer> Answers { get; private set; } = [];

    public async Task OnGetAsync(string? q, CancellationToken cancellationToken) =>
        Answers = await answers.SuggestAsync(q ?? "", user, cancellationToken);
}
