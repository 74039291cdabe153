using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Platform.Http.Guards;

/// <summary>For pages in which a page of another site may be shown.</summary>
public static class Frames
{
    /// <summary>Lets this answer hold frames of the address's site, and of no other.</summary>
    public static void AllowFrames(this HttpContext context, Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var rules = context.RequestServices.GetRequiredService<PageRules>();
        context.Response.Headers.ContentSecurityPolicy = rules.WithFramesOf(address.GetLeftPart(UriPartial.Authority));
    }
}
