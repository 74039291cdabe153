using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.ManageKept;

/// <summary>Takes the buttons of the list.</summary>
[Authorize(Policy = Policy.Admin)]
internal sealed class ArrangeAnswerPage(ArrangeAnswerHandler arrange, CurrentUser user) : PageModel
{
    [BindProperty]
    public ArrangeRequest Form { get; set; } = new();

    public IActionResult OnGet() => Redirect(AllAnswersPage.Path);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        (await arrange.HandleAsync(id, Form, user, cancellationToken)).ToPage(this, nameof(Form), _ => Redirect(AllAnswersPage.Path));
}
