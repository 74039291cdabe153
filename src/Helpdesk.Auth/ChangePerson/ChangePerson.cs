using FluentValidation;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.HandOver;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.People;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;

namespace Helpdesk.Auth.ChangePerson;

/// <summary>What is left out (null) stays as it is.</summary>
internal sealed record ChangePersonRequest
{
    public string? Name { get; init; }

    /// <summary>employee, agent or admin.</summary>
    public string? Role { get; init; }

    /// <summary>False takes all access away, true lets the person in again.</summary>
    public bool? IsActive { get; init; }

    /// <summary>All teams that the person is then in.</summary>
    public List<Guid>? TeamIds { get; init; }

    /// <summary>Asked for from the next sign-in on, whatever the site asks of the role.</summary>
    public bool? RequireTwoFactor { get; init; }

    /// <summary>Who gets the open tickets of somebody who stops working here: an agent's id or a team's; nobody when left out.</summary>
    public Guid? GiveTicketsTo { get; init; }
}

internal sealed class ChangePersonValidator : AbstractValidator<ChangePersonRequest>
{
    public static readonly ChangePersonValidator Rules = new();

    private ChangePersonValidator()
    {
        RuleFor(request => request.Name!).PersonName().When(request => request.Name is not null);
        RuleFor(request => request.Role).RoleWord();
    }
}

/// <summary>Changes what administrators decide about a person: all that is asked for, or nothing.</summary>
internal sealed class ChangePersonHandler(
    AuthDbContext db, Standing standing, Memberships memberships, HandOvers handOvers, PersonReading reading, AuditLog audit)
{
    public async Task<Outcome<PersonView>> HandleAsync(Guid userId, ChangePersonRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var admins = await ActiveAdmins.LockWithAsync(db, userId, cancellationToken);
        if (!admins.Include(user.Id))
        {
            return PeopleRules.AdminsOnly;
        }

        if (admins.Find(userId) is not { } person)
        {
            return new Refusal.NotFound();
        }

        if (ChangePersonValidator.Rules.Check(request) is { } invalid)
        {
            return invalid;
        }

        var worked = person.Works;
        if (await ApplyAsync(admins, person, request, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var leaves = worked && !person.Works;
        var taker = await handOvers.TakerAsync(request.GiveTicketsTo, person, leaves, cancellationToken);
        if (taker.Value is null)
        {
            return taker.Refusal!;
        }

        if (leaves)
        {
            await handOvers.DecideAsync(person.Id, taker.Value, user, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        // It is decided, whether the caller waits or not.
        if (leaves)
        {
            await handOvers.DoAsync(person.Id, CancellationToken.None);
        }

        if (request.IsActive == false)
        {
            await standing.TellAsync(person.Id, CancellationToken.None);
        }

        return (await reading.FindAsync(person.Id, cancellationToken))!;
    }

    private async Task<Refusal?> ApplyAsync(ActiveAdmins admins, User person, ChangePersonRequest request, CancellationToken cancellationToken)
    {
        if (request.Name?.Trim() is { } name && name != person.Name)
        {
            person.Name = name;
            audit.Add(db, "account.profile-changed", AuditSubject.Person(person.Id), new { changed = new[] { nameof(person.Name) } });
        }

        if (request.RequireTwoFactor is { } isRequired && isRequired != person.RequiresFactor)
        {
            person.RequiresFactor = isRequired;
            audit.Add(db, "factor.required", AuditSubject.Person(person.Id), new { required = isRequired });
        }

        if (request.IsActive == true)
        {
            standing.Reactivate(person);
        }

        if (Words.Read<Role>(request.Role) is { } role && await standing.ChangeRoleAsync(admins, person, role, cancellationToken) is { } stays)
        {
            return stays;
        }

        // Teams are of those who work.
        var teams = request.TeamIds ?? (person.IsStaff ? null : []);
        if (teams is not null && await memberships.SetAsync(person, teams, cancellationToken) is { } noTeam)
        {
            return noTeam;
        }

        return request.IsActive == false ? await standing.DeactivateAsync(admins, person, cancellationToken) : null;
    }
}
