using Helpdesk.Auth.Data;
using Helpdesk.Auth.Mails;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.Passwords;

/// <summary>What every change of a password has in common: the rules, the mail, and that older links are void.</summary>
internal sealed class NewPasswords(PasswordHashes passwords, ISiteSettings settings, AccountMails mails, TimeProvider clock)
{
    /// <summary>The hash, or the sentence for <paramref name="field"/>.</summary>
    public async Task<Outcome<string>> HashAsync(User user, string password, string field, CancellationToken cancellationToken)
    {
        var site = await settings.GetAsync(cancellationToken);
        return PasswordRules.Problem(password, user.Name, user.Email!, site.Name) is { } problem
            ? new Refusal.Invalid(field, problem)
            : await passwords.HashAsync(password, cancellationToken);
    }

    /// <summary>Adds to the context; the caller saves and ends the sessions.</summary>
    public void Set(AuthDbContext db, User user, string hash, Client client)
    {
        SetFirst(user, hash);
        mails.AddPasswordChanged(db, user, client);
    }

    /// <summary>Of an account that had none: nobody need be told.</summary>
    public void SetFirst(User user, string hash)
    {
        user.SetPassword(hash);
        user.PasswordChangedAt = clock.GetUtcNow();
    }

    /// <summary>Says how many links were still good. One statement, so of two who use a link at once the second finds none. An invitation stays good until it is used.</summary>
    public Task<int> VoidLinksAsync(AuthDbContext db, Guid userId, CancellationToken cancellationToken) =>
        VoidAsync(db, userId, [OneTimePurpose.ResetPassword, OneTimePurpose.ChangeEmail], cancellationToken);

    /// <summary>Invitations too.</summary>
    public Task<int> VoidAllLinksAsync(AuthDbContext db, Guid userId, CancellationToken cancellationToken) =>
        VoidAsync(db, userId, [OneTimePurpose.ResetPassword, OneTimePurpose.ChangeEmail, OneTimePurpose.Invitation], cancellationToken);

    private Task<int> VoidAsync(AuthDbContext db, Guid userId, OneTimePurpose[] purposes, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return db.OneTimeTokens
            .Where(token => token.UserId == userId && purposes.Contains(token.Purpose) && token.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(token => token.UsedAt, now), cancellationToken);
    }
}
