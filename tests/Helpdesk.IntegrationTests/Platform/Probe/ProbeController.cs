using Helpdesk.Platform;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Settings;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Helpdesk.IntegrationTests.Platform.Probe;

/// <summary>Stands for a page: the same filters, antiforgery and policies.</summary>
[Route("probe")]
[Authorize(Policy = Policy.SignedIn)]
[AutoValidateAntiforgeryToken]
public sealed class ProbeController(IAntiforgery antiforgery) : Controller
{
    [HttpGet("form")]
    public IActionResult Show() => Content(
        $"""
        <!doctype html><html lang="en"><title>Probe</title><form method="post" action="/probe/form">
        <input type="hidden" name="__RequestVerificationToken" value="{antiforgery.GetAndStoreTokens(HttpContext).RequestToken}">
        <input type="hidden" name="__key" value="{Guid.NewGuid():N}">
        <input name="Form.Name"><textarea name="Form.Text"></textarea><input type="password" name="Form.Password">
        <button>Send</button></form></html>
        """, "text/html; charset=utf-8");

    [HttpPost("form")]
    public async Task<IActionResult> PostAsync([FromForm(Name = "Form.Name")] string name, CancellationToken cancellationToken)
    {
        if (name == "refused")
        {
            Response.StatusCode = 400;
            return Content("<p>Choose another name.</p>", "text/html");
        }

        var db = HttpContext.RequestServices.GetService(typeof(PlatformDbContext)) as PlatformDbContext;
        var thing = new Setting { Key = Guid.NewGuid().ToString(), Value = name };
        db!.Add(thing);
        await db.SaveChangesAsync(cancellationToken);
        return Redirect($"/probe/done?id={thing.Key}");
    }

    [HttpPost("failure")]
    [HttpGet("failure")]
    public IActionResult Fail() => throw new InvalidOperationException("a secret of the code");

    [HttpPost("away")]
    [HttpGet("away")]
    public IActionResult FindNoDatabase() => throw new InvalidOperationException("wrapped", new NpgsqlException("gone", new TimeoutException()));

    [HttpGet("staff")]
    [Authorize(Policy = Policy.Staff)]
    public IActionResult Staff() => NoContent();

    [HttpGet("why")]
    public IActionResult Why()
    {
        HttpContext.Features.Set(new RefusedPage("Only the requester may reopen this."));
        return StatusCode(403);
    }

    [HttpGet("status/{status:int}")]
    [AllowAnonymous]
    public IActionResult Status(int status)
    {
        if (status == 429)
        {
            Response.Headers.RetryAfter = "17";
        }

        return StatusCode(status);
    }

    [HttpGet("own-policy")]
    public IActionResult OwnPolicy()
    {
        Response.Headers.ContentSecurityPolicy = "sandbox";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        return Content("<p>mail</p>", "text/html");
    }
}
