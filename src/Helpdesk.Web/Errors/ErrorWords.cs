using System.Globalization;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Http.Errors;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;

namespace Helpdesk.Web.Errors;

/// <summary>What an error page says: its title, and a sentence that may go on with a reference.</summary>
internal sealed record ErrorWords(string Title, string Before, string? Reference = null, string? After = null)
{
    public static ErrorWords For(HttpContext context, ErrorAnswer answer)
    {
        var hasText = answer.Posted is { Fields.Count: > 0 };
        return answer.Status switch
        {
            400 when answer.IsTokenTooOld => new("This page was open too long", hasText ? "Your text is kept. Send again." : "Go back, reload the page and try again."),
            401 => new("Sign in to go on", answer.Held is null ? "You are signed out. Sign in, then come back to this page." : "Your text is safe. Sign in to send it."),
            403 => new(For(answer.Endpoint), (context.Features.Get<RefusedPage>()?.Why ?? "Your role does not include this. Ask an administrator.") + Kept(hasText)),
            404 => new("Nothing here", "It may have been moved, or it is not shared with you." + Kept(hasText)),
            409 or 412 => new("Someone was faster", "This was changed while you had it open. Look at it again, then decide." + Kept(hasText)),
            410 => new("This link is used up", "It was used before, or its time is over. Ask for a new one."),
            413 => new("That file is too big", TooBig(context)),
            429 => new("A little too fast", ""),
            503 => new("We will be right back", hasText ? "Nothing is lost. Your text is kept." : "Nothing is lost. This page tries again by itself."),
            < 500 => new("We could not read that", "Go back and try again. If it keeps happening, tell us the reference", context.TraceIdentifier),
            _ => new("Something broke on our side", "It is recorded as", context.TraceIdentifier, hasText ? "Your text is kept." : null),
        };
    }

    private static string Kept(bool hasText) => hasText ? " Your text is below." : "";

    // A page says which role it is for by its policy.
    private static string For(Endpoint? endpoint)
    {
        var policies = endpoint?.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(rule => rule.Policy).ToList() ?? [];
        return policies.Contains(Policy.Admin) ? "This is for administrators"
            : policies.Contains(Policy.Staff) ? "This is for agents"
            : "This is not for your role";
    }

    private static string TooBig(HttpContext context)
    {
        var limit = context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
        return (context.Request.ContentLength, limit) switch
        {
            ({ } size, { } most) => $"It has {Megabytes(size)}. The limit is {Megabytes(most)}.",
            (_, { } most) => $"The limit is {Megabytes(most)}.",
            _ => "Choose a smaller one.",
        };
    }

    private static string Megabytes(long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(bytes / 104_857.6) / 10:0.#} MB");
}
