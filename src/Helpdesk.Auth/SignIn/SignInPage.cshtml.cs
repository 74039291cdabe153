using Helpdesk.Auth.EnterCode;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.Passkeys;
using Helpdesk.Auth.SecondFactor;
using Helpdesk.Auth.Sessions;
using Helpdesk.Auth.SignInWithPasskey;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Http.Held;
using Helpdesk.Platform.Settings;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.SignIn;

internal sealed record SignInForm
{
    public string Email { get; init; } = "";

    public string Password { get; init; } = "";

    public bool Keep { get; init; }
}

/// <summary>Checks the form's token itself: who signed in in another tab meanwhile is where they want to be and gets no error.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
internal sealed class SignInPage(
    SignInHandler signIn, ISiteSettings settings, CurrentUser user, BrowserSessions sessions, SignInAttempts attempts, SignInWithPasskeyHandler passkeys, IAntiforgery antiforgery) : PageModel
{
    [BindProperty]
    public SignInForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? Wanted { get; set; }

    /// <summary>A form that the lack of a session interrupted; it goes on with the person.</summary>
    [BindProperty(Name = HeldForms.Field)]
    public string Held { get; set; } = "";

    [BindProperty]
    public PasskeyAnswer Passkey { get; set; } = new();

    public PasskeyButton PasskeyButton => new($"/signin?handler=passkey&returnUrl={Uri.EscapeDataString(ReturnUrl.Safe(Wanted))}");

    public bool CanSignUp => AuthSettings.Of(settings.Known).SignUp != SignUpRule.Off;

    public IActionResult OnGet() => user.IsSignedIn ? Redirect(ReturnUrl.Safe(Wanted)) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
        {
            return user.IsSignedIn ? Redirect(ReturnUrl.Safe(Wanted)) : Outdated();
        }

        var client = Client.Of(HttpContext);
        var outcome = await signIn.HandleAsync(
            new SignInRequest { Email = Form.Email, Password = Form.Password },
            new SessionWish(SessionKind.Browser, Form.Keep, client.Device),
            client,
            cancellationToken);
        if (outcome.Value is { Attempt: { } attempt })
        {
            attempts.Give(HttpContext, attempt);
            var next = $"{EnterCodePage.Path}?returnUrl={Uri.EscapeDataString(ReturnUrl.Safe(Wanted))}";
            // The post goes along when it carries a form that is to be sent after signing in.
            return Held.Length > 0 ? RedirectPreserveMethod(next) : Redirect(next);
        }

        if (outcome.Value is { SignedIn: { } signedIn })
        {
            await sessions.BeginAsync(signedIn.Session, cancellationToken);
        }

        return outcome.ToPage(this, nameof(Form), _ => GoOn());
    }

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken cancellationToken)
    {
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
        {
            return user.IsSignedIn ? Redirect(ReturnUrl.Safe(Wanted)) : Outdated();
        }

        var client = Client.Of(HttpContext);
        var outcome = await passkeys.HandleAsync(
            Passkey, null, new SessionWish(SessionKind.Browser, Form.Keep, client.Device), client, cancellationToken);
        if (outcome.Value is { } signedIn)
        {
            await sessions.BeginAsync(signedIn.Session, cancellationToken);
        }

        return outcome.ToPage(this, nameof(Form), _ => GoOn());
    }

    private RedirectResult GoOn() => Held.Length > 0 ? RedirectPreserveMethod(HeldForms.ReplayPath) : Redirect(ReturnUrl.Safe(Wanted));

    private PageResult Outdated()
    {
        ModelState.AddModelError("", "This page was open for a long time. Sign in again.");
        var page = Page();
        page.StatusCode = 400;
        return page;
    }
}
