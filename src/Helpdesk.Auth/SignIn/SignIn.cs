using FluentValidation;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Guessing;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.SignIn;

internal sealed record SignInRequest
{
    public string Email { get; init; } = "";

    public string Password { get; init; } = "";

    /// <summary>Of the app, or a recovery code; for API sessions, which send it along.</summary>
    public string? Code { get; init; }
}

/// <summary>Tokens are made for API sessions alone.</summary>
internal sealed record SignedIn(User User, Session Session, TokenPair? Tokens);

/// <summary>Signed in, or, where a browser must still show the second factor, the secret of the attempt.</summary>
internal sealed record SignInAnswer(SignedIn? SignedIn, string? Attempt);

internal sealed class SignInValidator : AbstractValidator<SignInRequest>
{
    public SignInValidator()
    {
        RuleFor(request => request.Email).NotEmpty().WithMessage("Enter an e-mail address.");
        RuleFor(request => request.Password).NotEmpty().WithMessage("Enter a password.");
    }
}

internal sealed class SignInHandler(
    AuthDbContext db, SignInValidator validator, Limits limits, CredentialCheck credentials, SignInFactor factor, SessionStart start, TimeProvider clock)
{
    private static readonly Refusal.NotSignedIn NoMatch = new(
        "That e-mail address and password do not match. Check both, or reset your password.", "no-match");

    public async Task<Outcome<SignInAnswer>> HandleAsync(
        SignInRequest request, SessionWish wish, Client client, CancellationToken cancellationToken)
    {
        if (validator.Check(request) is { } invalid)
        {
            return invalid;
        }

        if (await limits.SignInAsync(client, request.Email, cancellationToken) is { } later)
        {
            return later;
        }

        var tried = await TryAsync(request, wish, client, cancellationToken);
        if (tried.Value?.SignedIn is not null)
        {
            await limits.SignedInAsync(client, request.Email, cancellationToken);
        }

        return tried;
    }

    /// <summary>Not counted here: when two of one person's own sign-ins meet, the second tries again, and that is no guess.</summary>
    private async Task<Outcome<SignInAnswer>> TryAsync(
        SignInRequest request, SessionWish wish, Client client, CancellationToken cancellationToken)
    {
        var found = await credentials.FindAsync(request.Email, request.Password, cancellationToken);
        if (found.Value is not { } proof)
        {
            return found.Refusal!;
        }

        if (proof.User is not { } user)
        {
            return NoMatch;
        }

        var asked = await factor.AskAsync(user, request.Code, wish, client, cancellationToken);
        if (asked.Value is not { } answer)
        {
            return asked.Refusal!;
        }

        var signedIn = answer.Attempt is null ? await BeginAsync(user, wish, client, cancellationToken) : null;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The password was changed, the person deactivated or the code used while the old password was being verified.
            return NoMatch;
        }
        catch (DbUpdateException exception) when (KnownDevices.IsRace(exception))
        {
            db.ChangeTracker.Clear();
            return await TryAsync(request, wish, client, cancellationToken);
        }

        return new SignInAnswer(signedIn, answer.Attempt);
    }

    private async Task<SignedIn> BeginAsync(User user, SessionWish wish, Client client, CancellationToken cancellationToken)
    {
        var session = await start.AddAsync(user, wish, client, cancellationToken);
        return new SignedIn(user, session, wish.Kind == SessionKind.Api ? TokenPair.Issue(db, session, clock.GetUtcNow()) : null);
    }
}
