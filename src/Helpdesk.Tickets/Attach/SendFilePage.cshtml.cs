using Helpdesk.Platform;
using Helpdesk.Platform.Files;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.Attach;

/// <summary>Where the script of a composer sends files one by one, while its writer goes on. It answers with the line that the form would show.</summary>
[Authorize(Policy = Policy.SignedIn)]
[TakesFiles]
internal sealed class SendFilePage(SendFileHandler send, CurrentUser user) : PageModel
{
    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync(Guid? ticketId, IFormFile file, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            return BadRequest();
        }

        var sent = await send.ReceiveAsync(ticketId, IncomingFile.From(file), user, cancellationToken);
        return sent.Value is { } received ? Partial("/Tickets/Attach/_AttachedFile.cshtml", received)
            : sent.Refusal is Refusal.NotFound ? NotFound()
            : new ContentResult { StatusCode = StatusCodes.Status400BadRequest, Content = PostedFiles.SentenceOf(sent.Refusal!), ContentType = "text/plain; charset=utf-8" };
    }
}
