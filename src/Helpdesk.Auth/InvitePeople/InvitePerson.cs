using FluentValidation;
using Helpdesk.Auth.ChangePerson;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.People;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.InvitePeople;

internal sealed record InvitePersonRequest
{
    public string Email { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>employee, agent or admin.</summary>
    public string Role { get; init; } = RoleNames.Of(Model.Role.Employee);

    public List<Guid> TeamIds { get; init; } = [];
}

internal sealed class InvitePersonValidator : AbstractValidator<InvitePersonRequest>
{
    public static readonly InvitePersonValidator Rules = new();

    private InvitePersonValidator()
    {
        RuleFor(request => request.Email).Email();
        RuleFor(request => request.Name).PersonName();
        RuleFor(request => request.Role).RoleWord();
    }
}

/// <summary>Makes an account for one person and invites them.</summary>
internal sealed class InvitePersonHandler(AuthDbContext db, Invitations invitations, Memberships memberships, PersonReading reading)
{
    private static readonly Refusal.Conflict Taken = new(Invitations.IsTaken);

    public async Task<Outcome<PersonView>> HandleAsync(InvitePersonRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsAdmin)
        {
            return PeopleRules.AdminsOnly;
        }

        if (InvitePersonValidator.Rules.Check(request) is { } invalid)
        {
            return invalid;
        }

        var role = Words.Read<Role>(request.Role)!.Value;
        if (await memberships.FaultAsync(role, request.TeamIds, cancellationToken) is { } noTeam)
        {
            return new Refusal.Invalid(nameof(request.TeamIds), noTeam);
        }

        var who = new NamedAddress(request.Name, request.Email);
        if ((await invitations.TakenAsync([who], cancellationToken)).Count > 0)
        {
            return Taken;
        }

        var person = await invitations.AddAsync(who, role, request.TeamIds, user, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            await memberships.RenewAsync(request.TeamIds, cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsTakenAddress())
        {
            return Taken;
        }

        return (await reading.FindAsync(person.Id, cancellationToken))!;
    }
}
