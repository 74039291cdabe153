using Helpdesk.KnowledgeBase.ChangeItem;
using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.KeepWriting;

/// <summary>Where the editor leaves what is typed in it, and where it is thrown away.</summary>
[Authorize(Policy = Policy.Staff)]
internal sealed class WritingPage(KeepWritingHandler keep, DiscardWritingHandler discard, CurrentUser user) : PageModel
{
    [BindProperty]
    public ItemForm Form { get; set; } = new();

    public IActionResult OnGet(Guid id) => Redirect(KnowledgeBaseUrls.Write(id));

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        (await keep.HandleAsync(id, Form.ToWriting(), user, cancellationToken))
            .ToScript(work => TypedResults.Ok(new KeptWriting(work.BaseVersion, WriterWords.Say(work.Others, user))));

    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken cancellationToken) =>
        (await discard.HandleAsync(id, user, cancellationToken)).ToPage(this, "", _ =>
        {
            TempData["flash"] = "Your unsaved work is gone. This is what was saved last.";
            return Redirect(KnowledgeBaseUrls.Write(id));
        });
}

/// <summary>What the editor's script reads: the version that the work still begins from, and who else is writing.</summary>
internal sealed record KeptWriting(int Version, string Others);
