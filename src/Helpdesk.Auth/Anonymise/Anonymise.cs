using FluentValidation;
using Helpdesk.Auth.Data;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;

namespace Helpdesk.Auth.Anonymise;

internal sealed record AnonymiseRequest
{
    /// <summary>The person's name, typed as it is written: it cannot be undone, so it must not happen by a slip.</summary>
    public string ConfirmName { get; init; } = "";
}

internal sealed class AnonymiseValidator : AbstractValidator<AnonymiseRequest>
{
    public AnonymiseValidator() =>
        RuleFor(request => request.ConfirmName).NotEmpty().WithMessage("Type the person's name to confirm.");
}

/// <summary>Forgets a person: the account is emptied at once, and every module follows.</summary>
internal sealed class AnonymiseHandler(AuthDbContext db, AnonymiseValidator validator, Erasure erasure, AuditLog audit)
{
    public async Task<Outcome<Done>> HandleAsync(Guid userId, AnonymiseRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var admins = await ActiveAdmins.LockWithAsync(db, userId, cancellationToken);
        if (!admins.Include(user.Id))
        {
            return new Refusal.Forbidden("Only administrators may anonymise people.");
        }

        if (admins.Find(userId) is not { } person)
        {
            return new Refusal.NotFound();
        }

        if (validator.Check(request) is { } invalid)
        {
            return invalid;
        }

        if (!string.Equals(request.ConfirmName.Trim().Normalize(), person.Name.Normalize(), StringComparison.Ordinal))
        {
            return new Refusal.Invalid(nameof(request.ConfirmName), "This is not the person's name. Type it as it is written.");
        }

        if (admins.AreOnly(person.Id))
        {
            return ActiveAdmins.OneMustStay;
        }

        audit.Add(db, "account.anonymised", AuditSubject.Person(person.Id));
        await erasure.CommitAsync(transaction, person, cancellationToken);
        return Done.It;
    }
}
