using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.GiveFeedback;

/// <summary>Where the form of an item's page goes; shown only when something must be put right.</summary>
[Authorize(Policy = Policy.SignedIn)]
internal sealed class GiveFeedbackPage(GiveFeedbackHandler give, RetractFeedbackHandler retract, CurrentUser user) : PageModel
{
    [BindProperty]
    public GiveFeedbackRequest Form { get; set; } = new();

    public Guid ItemId { get; private set; }

    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        ItemId = id;
        return (await give.HandleAsync(id, Form, user, cancellationToken)).ToPage(this, nameof(Form), GoBack);
    }

    public async Task<IActionResult> OnPostRetractAsync(Guid id, CancellationToken cancellationToken) =>
        (await retract.HandleAsync(id, user, cancellationToken)).ToPage(this, nameof(Form), GoBack);

    private RedirectResult GoBack(GivenFeedback given) => Redirect($"{KnowledgeBaseUrls.Show(given.Slug)}#feedback");
}

internal static class FeedbackUrls
{
    public static string Of(Guid itemId) => $"/kb/items/{itemId}/feedback";

    public static string Retract(Guid itemId) => $"{Of(itemId)}?handler=retract";
}
