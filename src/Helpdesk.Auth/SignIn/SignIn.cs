using FluentValidation;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Guessing;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.SignIn;

internal sealed record SignInRequest
{
    public string Email { get; init; } = "";

    public string Password { get; init; } = "";
}

/// <summary>What kind of session is asked for.</summary>
internal sealed record SessionWish(SessionKind Kind, bool IsPersistent, string DeviceLabel);

/// <summary>Tokens are made for API sessions alone.</summary>
internal sealed record SignedIn(User User, Session Session, TokenPair? Tokens);

internal sealed class SignInValidator : AbstractValidator<SignInRequest>
{
    public SignInValidator()
    {
        RuleFor(request => request.Email).NotEmpty().WithMessage("Enter an e-mail address.");
        RuleFor(request => request.Password).NotEmpty().WithMessage("Enter a password.");
    }
}

internal sealed class SignInHandler(
    AuthDbContext db, SignInValidator validator, Limits limits, CredentialCheck credentials, AuditLog audit, TimeProvider clock)
{
    private static readonly Refusal.NotSignedIn NoMatch = new(
        "That e-mail address and password do not match. Check both, or reset your password.", "no-match");

    public async Task<Outcome<SignedIn>> HandleAsync(
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

        var found = await credentials.FindAsync(request.Email, request.Password, cancellationToken);
        if (found.Value is not { } proof)
        {
            return found.Refusal!;
        }

        if (proof.User is not { } user)
        {
            return NoMatch;
        }

        var now = clock.GetUtcNow();
        var session = Session.Start(user, wish.Kind, wish.IsPersistent, wish.DeviceLabel, client.Address, now);
        user.LastSignedInAt = now;
        db.Add(session);
        audit.Add(db, "session.started", AuditSubject.Person(user.Id), SessionFacts.Of(session), user.Id);
        var signedIn = new SignedIn(user, session, wish.Kind == SessionKind.Api ? TokenPair.Issue(db, session, now) : null);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The password was changed or the person deactivated while the old password was being verified.
            return NoMatch;
        }

        await limits.SignedInAsync(client, request.Email, cancellationToken);
        return signedIn;
    }
}
