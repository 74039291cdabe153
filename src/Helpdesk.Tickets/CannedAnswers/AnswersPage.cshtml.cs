using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.CannedAnswers;

[Authorize(Policy = Policy.Staff)]
internal sealed class AnswersPage(ListAnswersHandler list, ITeamDirectory teams, CurrentUser user) : PageModel
{
    private IReadOnlyList<TeamCard> all = [];

    public IReadOnlyList<AnswerView> Answers { get; private set; } = [];

    public bool MayChange(AnswerView answer) => answer.IsMine || (user.IsAdmin && answer.Sharing != SharingWords.Own);

    public string SharedWith(AnswerView answer) => SharingWords.Say(answer.Sharing, all);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        all = await teams.TeamsAsync(cancellationToken);
        return (await list.HandleAsync(user, cancellationToken)).ToPage(this, "", answers =>
        {
            Answers = answers;
            return Page();
        });
    }
}
