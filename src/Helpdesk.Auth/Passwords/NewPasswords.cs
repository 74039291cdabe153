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
        user.SetPassword(hash);
        user.PasswordChangedAt = clock.GetUtcNow();
        mails.AddPasswordChanged(db, user, client);
    }

    /// <summary>Says how many links were still good. One statement, so of two who use a link at once the second finds none.</summary>
    public Task<int> VoidLinksAsync(AuthDbContext db, Guid userId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return db.OneTimeTokens
            .Where(token => token.UserId == userId && (token.Purpose == OneTimePurpose.ResetPassword || token.Purpose == OneTimePurpose.ChangeEmail)
                && token.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(token => token.UsedAt, now), cancellationToken);
    }
}
