using FluentValidation;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Guessing;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.Passwords;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.SignUp;

internal sealed record SignUpRequest
{
    public string Email { get; init; } = "";

    public string Password { get; init; } = "";

    public string Name { get; init; } = "";
}

/// <summary>What is told of a sign-up, alike whether the address is taken or not.</summary>
internal sealed record SignedUp(Guid Id, string Email, string Name);

internal sealed class SignUpValidator : AbstractValidator<SignUpRequest>
{
    public SignUpValidator(ISiteSettings settings)
    {
        RuleFor(request => request.Name).PersonName();
        RuleFor(request => request.Email).Email();
        RuleFor(request => request.Email)
            .Must(email => EmailAddress.Read(email) is not { } address || AuthSettings.Of(settings.Known).Allows(address))
            .WithMessage(_ => AuthSettings.Of(settings.Known).AllowedAddresses ?? "");
        RuleFor(request => request).Custom((request, context) => context.AddProblem(
            nameof(SignUpRequest.Password),
            PasswordRules.Problem(request.Password, request.Name, request.Email, settings.Known.Name)));
    }
}

internal sealed class SignUpHandler(
    AuthDbContext db, SignUpValidator validator, Limits limits, PasswordHashes passwords, Registration registration)
{
    public async Task<Outcome<SignedUp>> HandleAsync(SignUpRequest request, Client client, CancellationToken cancellationToken)
    {
        if (await registration.IsClosedAsync(cancellationToken))
        {
            return new Refusal.Forbidden("Sign-up is closed. Ask an administrator for an account.");
        }

        if (validator.Check(request) is { } invalid)
        {
            return invalid;
        }

        var signedUp = new SignedUp(Guid.CreateVersion7(), EmailAddress.Read(request.Email)!, request.Name.Trim());
        if (await limits.SignUpAsync(client, signedUp.Email, cancellationToken) is { } later)
        {
            return later;
        }

        // Also for a taken address: what is answered, and when, is the same.
        var hash = await passwords.HashAsync(request.Password, cancellationToken);
        if (hash.Value is null)
        {
            return hash.Refusal!;
        }

        await registration.AddAsync(signedUp, hash.Value, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsTakenAddress())
        {
            // Somebody signed up with the address between the look and the save; that one counts.
        }

        return signedUp;
    }
}
