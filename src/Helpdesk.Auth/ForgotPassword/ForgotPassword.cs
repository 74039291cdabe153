using FluentValidation;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Guessing;
using Helpdesk.Auth.Mails;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.Passwords;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.ForgotPassword;

internal sealed record ForgotPasswordRequest
{
    public string Email { get; init; } = "";
}

internal sealed class ForgotPasswordValidator : AbstractValidator<ForgotPasswordRequest>
{
    public ForgotPasswordValidator() => RuleFor(request => request.Email).Email();
}

/// <summary>Mails a link for a new password. What is answered does not depend on whether there is an account.</summary>
internal sealed class ForgotPasswordHandler(
    AuthDbContext db, ForgotPasswordValidator validator, Limits limits, NewPasswords passwords, AccountMails mails, AuditLog audit)
{
    public async Task<Outcome<Done>> HandleAsync(ForgotPasswordRequest request, Client client, CancellationToken cancellationToken)
    {
        if (validator.Check(request) is { } invalid)
        {
            return invalid;
        }

        if (await limits.ForgotPasswordAsync(client, request.Email, cancellationToken) is { } later)
        {
            return later;
        }

        var normalized = User.Normalize(EmailAddress.Read(request.Email)!);
        var user = await db.Users.AsNoTracking()
            .SingleOrDefaultAsync(found => found.NormalizedEmail == normalized && found.DeactivatedAt == null, cancellationToken);

        // Also for an address without an account, so that it takes as long.
        await passwords.VoidLinksAsync(db, user?.Id ?? Guid.Empty, cancellationToken);
        audit.Add(db, "password.reset-asked", user is null ? null : AuditSubject.Person(user.Id));
        if (user is not null)
        {
            mails.AddPasswordReset(db, user, client);
        }

        await db.SaveChangesAsync(cancellationToken);
        return Done.It;
    }
}
