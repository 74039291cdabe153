using FluentValidation;
using Helpdesk.Auth.Contracts;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.Passwords;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.CreateAdmin;

internal sealed record CreateAdminRequest
{
    public string Email { get; init; } = "";

    public string Name { get; init; } = "";

    public string Password { get; init; } = "";
}

internal sealed class CreateAdminValidator : AbstractValidator<CreateAdminRequest>
{
    public CreateAdminValidator(ISiteSettings settings)
    {
        RuleFor(request => request.Name).PersonName();
        RuleFor(request => request.Email).Email();
        RuleFor(request => request).Custom((request, context) => context.AddProblem(
            nameof(CreateAdminRequest.Password),
            PasswordRules.Problem(request.Password, request.Name, request.Email, settings.Known.Name)));
    }
}

internal sealed class CreateAdminHandler(
    AuthDbContext db, CreateAdminValidator validator, PasswordHashes passwords, ISiteSettings settings, AuditLog audit, TimeProvider clock) : ICreateAdmin
{
    public async Task<Outcome<Guid>> HandleAsync(string email, string name, string password, CancellationToken cancellationToken)
    {
        var site = await settings.GetAsync(cancellationToken);
        if (validator.Check(new CreateAdminRequest { Email = email, Name = name, Password = password }) is { } invalid)
        {
            return invalid;
        }

        var hash = await passwords.HashAsync(password, cancellationToken);
        if (hash.Value is null)
        {
            return hash.Refusal!;
        }

        var admin = User.Create(EmailAddress.Read(email)!, name.Trim(), Role.Admin, clock.GetUtcNow());
        admin.PasswordHash = hash.Value;
        admin.EmailConfirmed = true;
        admin.TimeZone = site.TimeZone;
        admin.Language = site.Language;
        db.Add(admin);
        audit.Add(db, "account.created", AuditSubject.Person(admin.Id), new { role = RoleNames.Of(admin.Role), by = "command line" });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return admin.Id;
        }
        catch (DbUpdateException exception) when (exception.IsTakenAddress())
        {
            return new Refusal.Conflict($"There is already an account with the address {admin.Email}.");
        }
    }
}
