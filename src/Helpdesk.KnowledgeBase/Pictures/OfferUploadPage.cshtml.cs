using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.Pictures;

/// <summary>Where the editor's script asks for an address to put a video, a document or captions to.</summary>
[Authorize(Policy = Policy.Staff)]
internal sealed class OfferUploadPage(OfferUploadHandler offer, CurrentUser user) : PageModel
{
    [BindProperty]
    public OfferUploadRequest Form { get; set; } = new();

    public IActionResult OnGet() => Redirect(KnowledgeBaseUrls.Manage);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        (await offer.HandleAsync(Form, user, cancellationToken)).ToScript(TypedResults.Ok);
}
