using Helpdesk.Auth.Model;
using Helpdesk.Auth.SecondFactor;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;

namespace Helpdesk.Auth.SignIn;

/// <summary>After a right password: whether a second factor is wanted, and how it is asked for.</summary>
internal sealed class SignInFactor(FactorCheck check, FactorRule rule, SignInAttempts attempts)
{
    public const string Required = "two-factor-required";

    /// <summary>No secret: go on. A secret: a browser is asked for the code next. A program sends the code with the password.</summary>
    public async Task<Outcome<FactorAnswer>> AskAsync(User user, string? code, SessionWish wish, Client client, CancellationToken cancellationToken)
    {
        if (!await rule.AsksAsync(user, cancellationToken))
        {
            return new FactorAnswer(null);
        }

        if (wish.Kind == SessionKind.Browser)
        {
            return new FactorAnswer(attempts.Begin(user, wish.IsPersistent));
        }

        if (!user.TwoFactorEnabled)
        {
            return new Refusal.NotSignedIn("Sign in with a passkey: your account must have a second factor, and you have no app.", Required);
        }

        if (string.IsNullOrWhiteSpace(code))
        {
            return new Refusal.NotSignedIn("Send the code of your app, or a recovery code, as twoFactorCode.", Required);
        }

        var taken = await check.TakeAsync(user, code, nameof(LoginRequest.TwoFactorCode), client, cancellationToken);
        return taken.Refusal switch
        {
            null => new FactorAnswer(null),
            Refusal.Invalid wrong => new Refusal.NotSignedIn(wrong.Errors.Values.First()[0], "two-factor-wrong"),
            var other => other,
        };
    }
}

internal sealed record FactorAnswer(string? Attempt);
