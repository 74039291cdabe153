using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Files;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.Pictures;

/// <summary>Where the editor's script sends a picture that was pasted, dropped or chosen.</summary>
[Authorize(Policy = Policy.Staff)]
[TakesFiles]
internal sealed class AddPicturePage(AddPictureHandler add, CurrentUser user) : PageModel
{
    public IActionResult OnGet(Guid id) => Redirect(KnowledgeBaseUrls.Write(id));

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        Outcome<PictureView> added = Request.Form.Files is [{ } file]
            ? await add.HandleAsync(id, IncomingFile.From(file), user, cancellationToken)
            : new Refusal.Invalid(FileIntake.Files, "Send one picture.");
        return added.ToScript(TypedResults.Ok);
    }
}
