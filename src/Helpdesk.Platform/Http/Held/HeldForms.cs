using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Platform.Http.Held;

/// <summary>Carries a form over a sign-in: sealed, in the browser's hands, so that nothing is stored for people who never come back.</summary>
public sealed class HeldForms(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>The hidden field that sign-in pages pass on.</summary>
    public const string Field = "held";

    /// <summary>Where a sign-in hands the form over (with its method and body kept: 307).</summary>
    public const string ReplayPath = "/held";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly IDataProtector protector = protection.CreateProtector("held-form");

    /// <summary>Holds what the request sent; what it already carried is handed on as it is.</summary>
    internal string HoldFrom(HttpRequest request, PostedForm form) =>
        request.Path == ReplayPath && request.Form[Field] is [{ } carried] ? carried : Hold(form);

    public string Hold(PostedForm form) =>
        Convert.ToBase64String(protector.Protect(JsonSerializer.SerializeToUtf8Bytes(new Sealed(form, clock.GetUtcNow() + Lifetime))));

    /// <summary>The form, or null when the text was not made by us or too long ago.</summary>
    public PostedForm? Release(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        try
        {
            var opened = JsonSerializer.Deserialize<Sealed>(protector.Unprotect(Convert.FromBase64String(text)));
            return opened is not null && opened.ExpiresAt > clock.GetUtcNow() ? opened.Form : null;
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException or JsonException)
        {
            return null;
        }
    }

    /// <summary>What the cookie scheme does instead of sending everybody to the sign-in page: a form stays with its sender, a program gets a status.</summary>
    public static Task ChallengeAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (ApiPath.WantsProblems(context.HttpContext) || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)))
        {
            // The error answer for this status holds the form and shows the way in.
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        var here = Uri.EscapeDataString(request.PathBase + request.Path + request.QueryString);
        context.Response.Redirect($"{context.Options.LoginPath}?{context.Options.ReturnUrlParameter}={here}");
        return Task.CompletedTask;
    }

    private sealed record Sealed(PostedForm Form, DateTimeOffset ExpiresAt);
}
