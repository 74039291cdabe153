using FluentValidation;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Guessing;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.Passwords;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.SetUp;

internal sealed record SetUpAccountRequest
{
    public string Code { get; init; } = "";

    public string Name { get; init; } = "";

    public string Email { get; init; } = "";

    public string Password { get; init; } = "";
}

internal sealed class SetUpAccountValidator : AbstractValidator<SetUpAccountRequest>
{
    public SetUpAccountValidator(ISiteSettings settings)
    {
        RuleFor(request => request.Code).NotEmpty().WithMessage("Enter the set-up code.");
        RuleFor(request => request.Name).PersonName();
        RuleFor(request => request.Email).Email();
        RuleFor(request => request).Custom((request, context) => context.AddProblem(
            nameof(SetUpAccountRequest.Password),
            PasswordRules.Problem(request.Password, request.Name, request.Email, settings.Known.Name)));
    }
}

/// <summary>Makes the first administrator for whoever can read the console.</summary>
internal sealed class SetUpAccountHandler(
    AuthDbContext db,
    SetUpAccountValidator validator,
    Limits limits,
    PasswordHashes passwords,
    SessionStart start,
    AuditLog audit,
    Incidents incidents,
    TimeProvider clock)
{
    public async Task<Outcome<Session>> HandleAsync(SetUpAccountRequest request, Client client, CancellationToken cancellationToken)
    {
        if (await FirstRun.HasAdminAsync(db, cancellationToken))
        {
            return new Refusal.NotFound();
        }

        if (validator.Check(request) is { } invalid)
        {
            return invalid;
        }

        if (await limits.SetUpAsync(client, cancellationToken) is { } later)
        {
            return later;
        }

        var hash = await passwords.HashAsync(request.Password, cancellationToken);
        if (hash.Value is null)
        {
            return hash.Refusal!;
        }

        // All codes are locked, not only this one: two people with two codes must not both become the first.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var codes = await db.OneTimeTokens
            .FromSql($"select * from auth.one_time_tokens where purpose = {(int)OneTimePurpose.SetUp} order by hash for update")
            .ToListAsync(cancellationToken);
        if (await FirstRun.HasAdminAsync(db, cancellationToken))
        {
            return new Refusal.NotFound();
        }

        var now = clock.GetUtcNow();
        var wanted = Secret.Hash(SetUpCode.Normalize(request.Code));
        if (!codes.Exists(code => code.Hash.AsSpan().SequenceEqual(wanted) && code.UsedAt is null && code.ExpiresAt > now))
        {
            await incidents.RecordAsync("setup.refused", details: new { because = "wrong-code" });
            return new Refusal.Invalid(nameof(request.Code), "This is not the code of the last start. Look for it in the console or the log.");
        }

        var admin = User.Create(EmailAddress.Read(request.Email)!, request.Name.Trim(), Role.Admin, now);
        admin.SetPassword(hash.Value);
        admin.EmailConfirmed = true;
        db.Add(admin);
        audit.Add(db, "account.created", AuditSubject.Person(admin.Id), new { role = RoleNames.Of(admin.Role), by = "set-up code" }, admin.Id);
        var session = await start.AddAsync(admin, new SessionWish(SessionKind.Browser, IsPersistent: false, client.Device), client, cancellationToken);
        codes.ForEach(code => code.UsedAt = now);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsTakenAddress())
        {
            return new Refusal.Invalid(nameof(request.Email), "There is already an account with this address. Use another.");
        }

        await transaction.CommitAsync(cancellationToken);
        return session;
    }
}
