using Helpdesk.Auth.Data;
using Helpdesk.Auth.Guessing;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.Passwords;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.ResetPassword;

internal sealed record ResetPasswordRequest
{
    public string Token { get; init; } = "";

    public string NewPassword { get; init; } = "";
}

/// <summary>A new password for whoever reads the account's mail, or the first one of somebody who was invited; all sessions end.</summary>
internal sealed class ResetPasswordHandler(
    AuthDbContext db, NewPasswords passwords, SessionEnd end, Limits limits, AuditLog audit, TimeProvider clock)
{
    public static readonly Refusal.Invalid WorksNoMore = new(
        nameof(ResetPasswordRequest.Token), "This link does not work any more. Ask for a new one.");

    /// <summary>Whom the link is for; null when it is not good.</summary>
    public async Task<ResetLink?> LookAsync(string token, CancellationToken cancellationToken) =>
        await FindAsync(token, cancellationToken) is { } user ? new ResetLink(user.Name, user.InvitedAt is not null) : null;

    public async Task<Outcome<Done>> HandleAsync(ResetPasswordRequest request, Client client, CancellationToken cancellationToken)
    {
        if (await FindAsync(request.Token, cancellationToken) is not { } user)
        {
            return WorksNoMore;
        }

        var hash = await passwords.HashAsync(user, request.NewPassword, nameof(request.NewPassword), cancellationToken);
        if (hash.Value is null)
        {
            return hash.Refusal!;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await passwords.VoidAllLinksAsync(db, user.Id, cancellationToken) == 0)
        {
            return WorksNoMore;
        }

        // The link came by mail, so the address is proven too.
        user.EmailConfirmed = true;
        if (user.InvitedAt is null)
        {
            passwords.Set(db, user, hash.Value, client);
            audit.Add(db, "password.reset", AuditSubject.Person(user.Id), actorId: user.Id);
        }
        else
        {
            passwords.SetFirst(user, hash.Value);
            audit.Add(db, "account.invitation-accepted", AuditSubject.Person(user.Id), actorId: user.Id);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return WorksNoMore;
        }

        await end.EndAllAsync(user.Id, except: null, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await limits.ForgetSignInsAsync(client, user.Email!, cancellationToken);
        return Done.It;
    }

    private Task<User?> FindAsync(string text, CancellationToken cancellationToken)
    {
        var hash = Secret.Hash(text);
        var now = clock.GetUtcNow();
        return (
            from token in db.OneTimeTokens
            where token.Hash == hash && (token.Purpose == OneTimePurpose.ResetPassword || token.Purpose == OneTimePurpose.Invitation) && token.UsedAt == null && token.ExpiresAt > now
            join user in db.Users on token.UserId equals user.Id
            where user.DeactivatedAt == null
            select user)
            .SingleOrDefaultAsync(cancellationToken);
    }
}

/// <summary>A good link: whose, and whether it is an invitation.</summary>
internal sealed record ResetLink(string Name, bool IsInvitation);
