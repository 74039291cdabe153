using Helpdesk.Auth.Model;
using Helpdesk.Auth.Passkeys;
using Helpdesk.Auth.SecondFactor;
using Helpdesk.Auth.Sessions;
using Helpdesk.Auth.SignIn;
using Helpdesk.Auth.SignInWithPasskey;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Http.Held;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.EnterCode;

[AllowAnonymous]
internal sealed class EnterCodePage(
    EnterCodeHandler enter, SignInWithPasskeyHandler passkeys, AskPasskeyHandler ask, SignInAttempts attempts, BrowserSessions sessions) : PageModel
{
    public const string Path = "/signin/code";

    [BindProperty]
    public EnterCodeRequest Form { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? Wanted { get; set; }

    /// <summary>A form that the lack of a session interrupted.</summary>
    [BindProperty(Name = HeldForms.Field)]
    public string Held { get; set; } = "";

    /// <summary>Asks for a recovery code instead of the app's.</summary>
    [BindProperty(SupportsGet = true, Name = "recovery")]
    public bool IsRecovery { get; set; }

    [BindProperty]
    public PasskeyAnswer Passkey { get; set; } = new();

    public PasskeyButton? PasskeyButton { get; private set; }

    /// <summary>Else the second factor is a passkey, and no code will do.</summary>
    public bool HasApp { get; private set; } = true;

    public string Return => ReturnUrl.Safe(Wanted);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await attempts.FindAsync(HttpContext, cancellationToken) is not { } found)
        {
            return Restart();
        }

        await AskAsync(found.User, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await attempts.FindAsync(HttpContext, cancellationToken) is not { } found)
        {
            return Restart();
        }

        await AskAsync(found.User, cancellationToken);
        if (Request.Form["Form.Code"].Count == 0)
        {
            // The password's post was sent on, with the form that it carries.
            ModelState.Clear();
            return Page();
        }

        var client = Client.Of(HttpContext);
        var outcome = await enter.HandleAsync(Form, found.Attempt, found.User, client, cancellationToken);
        if (outcome.Value is { } session)
        {
            attempts.Forget(HttpContext);
            await sessions.BeginAsync(session, cancellationToken);
        }

        return outcome.ToPage(this, nameof(Form), _ => GoOn());
    }

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken cancellationToken)
    {
        if (await attempts.FindAsync(HttpContext, cancellationToken) is not { } found)
        {
            return Restart();
        }

        await AskAsync(found.User, cancellationToken);
        var client = Client.Of(HttpContext);
        var wish = new SessionWish(SessionKind.Browser, found.Attempt.IsPersistent, client.Device);
        var outcome = await passkeys.HandleAsync(Passkey, found.Attempt, wish, client, cancellationToken);
        if (outcome.Value is { } signedIn)
        {
            attempts.Forget(HttpContext);
            await sessions.BeginAsync(signedIn.Session, cancellationToken);
        }

        return outcome.ToPage(this, nameof(Form), _ => GoOn());
    }

    private async Task AskAsync(User user, CancellationToken cancellationToken)
    {
        HasApp = user.TwoFactorEnabled;
        PasskeyButton = await ask.ForAsync(user, cancellationToken) is { } question ? new PasskeyButton($"{Path}?handler=passkey", question) : null;
    }

    private RedirectResult GoOn() => Held.Length > 0 ? RedirectPreserveMethod(HeldForms.ReplayPath) : Redirect(Return);

    private RedirectResult Restart()
    {
        TempData["flash"] = "That took too long. Sign in again.";
        return Redirect($"/signin?returnUrl={Uri.EscapeDataString(Return)}");
    }
}
