using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.BeginItem;

[Authorize(Policy = Policy.Staff)]
internal sealed class BeginItemPage(BeginItemHandler begin, CurrentUser user) : PageModel
{
    [BindProperty]
    public BeginItemRequest Form { get; set; } = new();

    /// <summary>The title may come along, such as the words of a search that found nothing.</summary>
    public void OnGet(string? title) => Form = new BeginItemRequest { Type = Words.Of(ItemType.Article), Title = title ?? "" };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        (await begin.HandleAsync(Form, user, cancellationToken)).ToPage(this, nameof(Form), item => Redirect(KnowledgeBaseUrls.Write(item.Id)));
}
