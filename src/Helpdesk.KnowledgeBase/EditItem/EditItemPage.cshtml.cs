using Helpdesk.KnowledgeBase.ChangeItem;
using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.KnowledgeBase.Pictures;
using Helpdesk.KnowledgeBase.PublishItem;
using Helpdesk.Platform;
using Helpdesk.Platform.Files;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.EditItem;

/// <summary>Where an item is written. Saving makes a version; what is not saved is kept apart for each writer.</summary>
[Authorize(Policy = Policy.Staff)]
[TakesFiles(Megabytes = ItemFiles.LargestForm)]
internal sealed class EditItemPage(EditorViews editor, FormFiles files, ChangeItemHandler change, PublishItemHandler publish, CurrentUser user) : PageModel
{
    private const string PublishToo = "publish";

    [BindProperty]
    public ItemForm Form { get; set; } = new();

    [BindProperty(Name = "File")]
    public IFormFile? MainFile { get; set; }

    [BindProperty(Name = "Captions")]
    public IFormFile? CaptionsFile { get; set; }

    public EditorView View { get; private set; } = default!;

    public CurrentUser Reader => user;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        (await editor.ReadAsync(id, user, cancellationToken)).ToPage(this, "", view =>
        {
            View = view;
            Form = ItemForm.Of(view.Work, view.Item);
            return Page();
        });

    public async Task<IActionResult> OnPostAsync(Guid id, string? then, CancellationToken cancellationToken)
    {
        var read = await editor.ReadAsync(id, user, cancellationToken);
        if (read.Value is not { } view)
        {
            return read.ToPage(this, "", _ => Page());
        }

        View = view;
        var received = await files.ReceiveAsync(view.Item.Type, MainFile, CaptionsFile, user.Id, cancellationToken);
        Form = Form with { FileId = received.File ?? Form.FileId, CaptionsId = received.Captions ?? Form.CaptionsId };
        if (received.Refusal is { } refused)
        {
            return ((Outcome<SavedItem>)refused).ToPage(this, nameof(Form), _ => Page());
        }

        var changed = await change.HandleAsync(id, Form.ToRequest(), version: null, user, cancellationToken);
        if (changed.Refusal is Refusal.Stale)
        {
            return Redirect($"{KnowledgeBaseUrls.Write(id)}/merge");
        }

        if (changed.Value is { } saved && then == PublishToo)
        {
            return await PublishAsync(saved, cancellationToken);
        }

        if (changed.Refusal is Refusal.Invalid { Errors: var errors })
        {
            // A file that was refused would be refused again.
            Form = Form with
            {
                FileId = errors.ContainsKey(nameof(Form.FileId)) ? view.Item.File?.Id : Form.FileId,
                CaptionsId = errors.ContainsKey(nameof(Form.CaptionsId)) ? view.Item.Captions?.Id : Form.CaptionsId,
            };
        }

        return changed.ToPage(this, nameof(Form), done => Back(id, Said(done)));
    }

    private async Task<IActionResult> PublishAsync(SavedItem saved, CancellationToken cancellationToken)
    {
        var id = saved.Item.Id;
        if (!(await editor.ReadinessAsync(id, user, cancellationToken)).IsReady)
        {
            return Redirect($"{KnowledgeBaseUrls.Write(id)}/publish");
        }

        return (await publish.HandleAsync(id, new PublishItemRequest(), version: null, user, cancellationToken))
            .ToPage(this, "", item => Back(id, PublishWords.Of(item, user)));
    }

    private RedirectResult Back(Guid id, string said)
    {
        TempData["flash"] = said;
        return Redirect(KnowledgeBaseUrls.Write(id));
    }

    private static string Said(SavedItem saved) =>
        saved.MergedWith.Count == 0 ? "Saved." : $"Saved, together with what {string.Join(" and ", saved.MergedWith)} changed meanwhile.";
}
