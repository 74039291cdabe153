using Helpdesk.KnowledgeBase.ChangeItem;
using Helpdesk.KnowledgeBase.KeepWriting;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Markdown;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.PreviewItem;

/// <summary>What a writer has in front of them, as its readers will see it. What the form brings is kept first.</summary>
[Authorize(Policy = Policy.Staff)]
internal sealed class PreviewItemPage(KeepWritingHandler keep, ShowWritingHandler show, MarkdownRenderer markdown, CurrentUser user) : PageModel
{
    [BindProperty]
    public ItemForm Form { get; set; } = new();

    public Guid ItemId { get; private set; }

    public WritingView Work { get; private set; } = default!;

    public string BodyHtml => markdown.ToHtml(Work.Body, topHeading: 2);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        (await show.HandleAsync(id, user, cancellationToken)).ToPage(this, "", work => Show(id, work));

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var kept = await keep.HandleAsync(id, Form.ToWriting(), user, cancellationToken);
        if (kept.Refusal is Refusal.Invalid && (await show.HandleAsync(id, user, cancellationToken)).Value is { } last)
        {
            Show(id, last);
        }

        return kept.ToPage(this, nameof(Form), work => Show(id, work));
    }

    private PageResult Show(Guid id, WritingView work)
    {
        (ItemId, Work) = (id, work);
        return Page();
    }
}
