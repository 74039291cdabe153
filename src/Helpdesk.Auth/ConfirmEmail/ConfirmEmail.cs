using Helpdesk.Auth.Data;
using Helpdesk.Auth.Mails;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.Passwords;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.ConfirmEmail;

internal sealed record ConfirmEmailRequest
{
    public string Token { get; init; } = "";
}

/// <summary>Whoever reads the mail of the new address makes it the account's. The old address is told, and older links are void.</summary>
internal sealed class ConfirmEmailHandler(AuthDbContext db, NewPasswords links, AccountMails mails, AuditLog audit, TimeProvider clock)
{
    public static readonly Refusal.Invalid WorksNoMore = new(
        nameof(ConfirmEmailRequest.Token), "This link does not work any more. Ask for a new one.");

    /// <summary>The address that a good link confirms, or null.</summary>
    public async Task<string?> AddressAsync(string token, CancellationToken cancellationToken) =>
        (await FindAsync(token, cancellationToken))?.Token.NewEmail;

    public async Task<Outcome<Done>> HandleAsync(ConfirmEmailRequest request, Client client, CancellationToken cancellationToken)
    {
        if (await FindAsync(request.Token, cancellationToken) is not { } found)
        {
            return WorksNoMore;
        }

        var (token, user) = found;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // One statement, so of many who press the button at once one finds the link good.
        if (await links.VoidLinksAsync(db, user.Id, cancellationToken) == 0)
        {
            return WorksNoMore;
        }

        mails.AddAddressChanged(db, user, client);
        user.ChangeEmail(token.NewEmail!);
        audit.Add(db, "account.address-changed", AuditSubject.Person(user.Id), actorId: user.Id);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return WorksNoMore;
        }
        catch (DbUpdateException exception) when (exception.IsTakenAddress())
        {
            return WorksNoMore;
        }

        await transaction.CommitAsync(cancellationToken);
        return Done.It;
    }

    private async Task<(OneTimeToken Token, User User)?> FindAsync(string text, CancellationToken cancellationToken)
    {
        var hash = Secret.Hash(text);
        var now = clock.GetUtcNow();
        var found = await db.OneTimeTokens.AsNoTracking()
            .Where(token => token.Hash == hash && token.Purpose == OneTimePurpose.ChangeEmail && token.UsedAt == null && token.ExpiresAt > now)
            .SingleOrDefaultAsync(cancellationToken);
        return found is null || await db.Users.SingleOrDefaultAsync(user => user.Id == found.UserId && user.DeactivatedAt == null, cancellationToken) is not { } user
            ? null
            : (found, user);
    }
}
