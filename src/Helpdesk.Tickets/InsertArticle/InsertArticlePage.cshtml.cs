using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.Drafts;
using Helpdesk.Tickets.Model;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.InsertArticle;

/// <summary>Opened from the composer with what was typed so far; an article or its link goes behind it. Scripts ask here too.</summary>
[Authorize(Policy = Policy.Staff)]
internal sealed class InsertArticlePage(InsertArticleHandler articles, SaveDraftHandler drafts, CurrentUser user) : PageModel
{
    public Guid TicketId { get; private set; }

    [BindProperty(Name = "Form.Body")]
    public string? Body { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public string Typed => Body ?? "";

    public IReadOnlyList<ArticleOffer> Articles { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => ShowAsync(id, cancellationToken);

    public async Task<IActionResult> OnGetOffersAsync(Guid id, CancellationToken cancellationToken) =>
        (await articles.ShowAsync(id, Q, user, cancellationToken)).ToPage(this, "", found => new JsonResult(found));

    public async Task<IActionResult> OnGetTextAsync(Guid article, CancellationToken cancellationToken) =>
        (await articles.TextAsync(article, isWhole: true, user, cancellationToken)).ToPage(this, "", text => new JsonResult(new { text }));

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

    public async Task<IActionResult> OnPostUseAsync(Guid id, Guid? link, Guid? whole, CancellationToken cancellationToken)
    {
        TicketId = id;
        return (await articles.HandleAsync(id, whole ?? link ?? Guid.Empty, whole is not null, Typed, user, cancellationToken))
            .ToPage(this, "", _ => Redirect($"{TicketUrls.Show(id)}#reply"));
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        TicketId = id;
        return (await articles.ShowAsync(id, Q, user, cancellationToken)).ToPage(this, "", found =>
        {
            Articles = found;
            return Page();
        });
    }
}
