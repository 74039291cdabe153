using Helpdesk.Auth.Data;
using Helpdesk.Auth.Guessing;
using Helpdesk.Auth.Passwords;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.ChangePassword;

internal sealed record ChangePasswordRequest
{
    public string CurrentPassword { get; init; } = "";

    public string NewPassword { get; init; } = "";
}

/// <summary>A new password for whoever knows the present one; all other sessions end.</summary>
internal sealed class ChangePasswordHandler(
    AuthDbContext db, PasswordHashes hashes, NewPasswords passwords, SessionEnd end, Limits limits, AuditLog audit, Incidents incidents)
{
    private static readonly Refusal.Invalid NotThePresentOne = new(
        nameof(ChangePasswordRequest.CurrentPassword), "That is not your present password.");

    public async Task<Outcome<Done>> HandleAsync(
        ChangePasswordRequest request, CurrentUser user, Client client, CancellationToken cancellationToken)
    {
        if (await limits.PresentPasswordAsync(user.Id, cancellationToken) is { } later)
        {
            return later;
        }

        var me = await db.Users.SingleAsync(found => found.Id == user.Id, cancellationToken);
        var verified = await hashes.VerifyAsync(me.PasswordHash, request.CurrentPassword, cancellationToken);
        if (verified.Value is not { } match)
        {
            return verified.Refusal!;
        }

        if (!match.IsRight)
        {
            await incidents.RecordAsync("password.change-refused", AuditSubject.Person(me.Id), new { because = "wrong-password" });
            return NotThePresentOne;
        }

        var hash = await passwords.HashAsync(me, request.NewPassword, nameof(request.NewPassword), cancellationToken);
        if (hash.Value is null)
        {
            return hash.Refusal!;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await passwords.VoidLinksAsync(db, me.Id, cancellationToken);
        passwords.Set(db, me, hash.Value, client);
        audit.Add(db, "password.changed", AuditSubject.Person(me.Id));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return NotThePresentOne;
        }

        await end.EndAllAsync(me.Id, user.SessionId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Done.It;
    }
}
