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
        var read = await editor.ReadAsync(id, user, cancellationToken);
        if (read.Value is not { } view)
        {
            return read.ToPage(this, "", _ => Page());
        }

        View = view;
        var asked = Keeping.ToRequest();
        Outcome<SavedItem> changed = asked.Value is { } request ? await change.HandleAsync(id, request, version: null, user, cancellationToken) : asked.Refusal!;

        return changed.ToPage(this, nameof(Keeping), _ =>
        {
            TempData["flash"] = "Saved.";
            return Redirect(KnowledgeBaseUrls.Write(id));
        });
    }
}
