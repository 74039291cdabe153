using Helpdesk.KnowledgeBase.ChangeItem;
using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.EditItem;

/// <summary>Takes the form beside the text, and shows itself only when it was not saved.</summary>
[Authorize(Policy = Policy.Staff)]
internal sealed class KeepItemPage(EditorViews editor, ChangeItemHandler change, CurrentUser user) : PageModel
{
    [BindProperty]
    public KeepingForm Keeping { get; set; } = new();

    public EditorView View { get; private set; } = default!;

    public IActionResult OnGet(Guid id) => Redirect(KnowledgeBaseUrls.Write(id));

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var changed = await change.HandleAsync(id, Keeping.ToRequest(), version: null, user, cancellationToken);
        if (changed.Refusal is Refusal.Invalid)
        {
            View = (await editor.ReadAsync(id, user, cancellationToken)).Value!;
        }

        return changed.ToPage(this, nameof(Keeping), _ =>
        {
            TempData["flash"] = "Saved.";
            return Redirect(KnowledgeBaseUrls.Write(id));
        });
    }
}
