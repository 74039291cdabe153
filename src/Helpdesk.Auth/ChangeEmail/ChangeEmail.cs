using FluentValidation;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Guessing;
using Helpdesk.Auth.Mails;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.ChangeEmail;

internal sealed record ChangeEmailRequest
{
    public string NewEmail { get; init; } = "";
}

internal sealed class ChangeEmailValidator : AbstractValidator<ChangeEmailRequest>
{
    public ChangeEmailValidator() => RuleFor(request => request.NewEmail).Email();
}

/// <summary>Mails a link to the new address; until it is confirmed there, the old one stays. The answer does not tell whether somebody has the address.</summary>
internal sealed class ChangeEmailHandler(
    AuthDbContext db, ChangeEmailValidator validator, StepUp stepUp, Limits limits, AccountMails mails, AuditLog audit, TimeProvider clock)
{
    public async Task<Outcome<Done>> HandleAsync(ChangeEmailRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (stepUp.Demand(user) is { } prove)
        {
            return prove;
        }

        if (validator.Check(request) is { } invalid)
        {
            return invalid;
        }

        var address = EmailAddress.Read(request.NewEmail)!;
        var normalized = User.Normalize(address);
        var me = await db.Users.SingleAsync(found => found.Id == user.Id, cancellationToken);
        if (me.NormalizedEmail == normalized)
        {
            return new Refusal.Invalid(nameof(request.NewEmail), "That is your address already.");
        }

        if (await limits.VerificationMailAsync(address, cancellationToken) is { } later)
        {
            return later;
        }

        var mayTellOwner = await mails.MayTellOfTakenAddressAsync(address, cancellationToken);
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.OneTimeTokens
            .Where(token => token.UserId == me.Id && token.Purpose == OneTimePurpose.ChangeEmail && token.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(token => token.UsedAt, now), cancellationToken);
        if (await db.Users.SingleOrDefaultAsync(found => found.NormalizedEmail == normalized, cancellationToken) is not { } owner)
        {
            mails.AddAddressToConfirm(db, me, address);
        }
        else if (mayTellOwner)
        {
            mails.AddTakenAddress(db, owner);
        }

        audit.Add(db, "account.address-change-asked", AuditSubject.Person(me.Id));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Done.It;
    }
}
