using FluentValidation;
using Helpdesk.Auth.Contracts;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Http.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Helpdesk.Auth.ManageTeams;

/// <summary>What is not named stays as it is.</summary>
internal sealed record SaveTeamRequest
{
    public string? Name { get; init; }

    /// <summary>by_hand, in_turn or least_loaded.</summary>
    public string? Assignment { get; init; }

    /// <summary>With least_loaded: how many open tickets a member may have; null for any number.</summary>
    public Named<int?> OpenLimit { get; init; }

    /// <summary>All members. Active agents and administrators can be added; whoever is in it may stay.</summary>
    public List<Guid>? MemberIds { get; init; }

    /// <summary>Whether tickets can be given to it.</summary>
    public bool? IsArchived { get; init; }
}

internal sealed class SaveTeamValidator : AbstractValidator<SaveTeamRequest>
{
    public SaveTeamValidator()
    {
        RuleFor(request => request.Name!).PlainLine("Name", "Enter a name.", Team.NameLength).When(request => request.Name is not null);
        RuleFor(request => request.Assignment)
            .Must(word => word is null || Words.Read<AssignmentMode>(word) is not null)
            .WithMessage($"Choose how work is shared: {Words.Choices<AssignmentMode>()}.");
        RuleFor(request => request.OpenLimit)
            .Must(limit => limit.Value is null or (>= 1 and <= Team.HighestLimit))
            .WithMessage($"The limit can be 1 to {Team.HighestLimit}, or none.");
    }
}

/// <summary>Makes a team or changes one.</summary>
internal sealed class SaveTeamHandler(AuthDbContext db, SaveTeamValidator validator, TeamReading reading, AuditLog audit, TimeProvider clock)
{
    /// <summary>The version is the one that the caller saw; when the team has changed since, nothing is done.</summary>
    public Task<Outcome<TeamView>> HandleAsync(Guid? id, SaveTeamRequest request, int? version, CurrentUser user, CancellationToken cancellationToken) =>
        db.AgainWhenStaleAsync(() => TryAsync(id, request, version, user, cancellationToken), cancellationToken);

    private async Task<Outcome<TeamView>> TryAsync(
        Guid? id, SaveTeamRequest request, int? version, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsAdmin)
        {
            return TeamRefusals.AdminsOnly;
        }

        // Acts on people lock the same, and then their teams: none of them waits for another in a circle.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await ActiveAdmins.LockWithAsync(db, user.Id, cancellationToken);
        var now = clock.GetUtcNow();
        var team = id is null
            ? new Team { Id = Guid.CreateVersion7(now), CreatedAt = now }
            : await db.Teams.SingleOrDefaultAsync(known => known.Id == id, cancellationToken);
        if (team is null)
        {
            return new Refusal.NotFound();
        }

        if (validator.Check(id is null ? request with { Name = request.Name ?? "" } : request) is { } invalid)
        {
            return invalid;
        }

        if (version is not null && version != team.Version)
        {
            return new Refusal.Stale("Somebody changed this team meanwhile. Look at it, then choose.");
        }

        var members = await db.TeamMembers.Where(member => member.TeamId == team.Id).ToListAsync(cancellationToken);
        if (await FaultAsync(team, request, members, cancellationToken) is { } fault)
        {
            return fault;
        }

        Apply(team, request, now);
        if (id is null)
        {
            db.Add(team);
        }

        Record(team, ChangeMembers(team.Id, members, request.MemberIds));
        team.Version++;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { ConstraintName: "ux_teams_name" })
        {
            return NameIsTaken(team.Name);
        }

        await transaction.CommitAsync(cancellationToken);

        return (await reading.FindAsync(team.Id, cancellationToken))!;
    }

    private static Refusal.Invalid NameIsTaken(string name) =>
        new(nameof(SaveTeamRequest.Name), $"There is a team “{name}” already.");

    private async Task<Refusal.Invalid?> FaultAsync(
        Team team, SaveTeamRequest request, List<TeamMember> members, CancellationToken cancellationToken)
    {
        var name = request.Name?.Trim() ?? team.Name;
        var isArchived = request.IsArchived ?? team.ArchivedAt is not null;
        var others = await db.Teams.Where(other => other.Id != team.Id && other.ArchivedAt == null).Select(other => other.Name).ToListAsync(cancellationToken);
        if (!isArchived && others.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return NameIsTaken(name);
        }

        var added = (request.MemberIds ?? []).Distinct().Except(members.Select(member => member.UserId)).ToList();
        return await db.Users.ActiveStaff().CountAsync(user => added.Contains(user.Id), cancellationToken) < added.Count
            ? new Refusal.Invalid(nameof(request.MemberIds), "Choose active agents and administrators.")
            : null;
    }

    private static void Apply(Team team, SaveTeamRequest request, DateTimeOffset now)
    {
        team.Name = request.Name?.Trim() ?? team.Name;
        team.Assignment = Words.Read<AssignmentMode>(request.Assignment) ?? team.Assignment;
        team.OpenLimit = request.OpenLimit.IsNamed ? request.OpenLimit.Value : team.OpenLimit;
        team.ArchivedAt = request.IsArchived switch { true => team.ArchivedAt ?? now, false => null, null => team.ArchivedAt };
    }

    private (List<Guid> Added, List<Guid> Removed) ChangeMembers(Guid teamId, List<TeamMember> members, List<Guid>? wanted)
    {
        if (wanted is null)
        {
            return ([], []);
        }

        var removed = members.Where(member => !wanted.Contains(member.UserId)).ToList();
        var added = wanted.Distinct().Except(members.Select(member => member.UserId)).ToList();
        db.RemoveRange(removed);
        db.AddRange(added.Select(userId => new TeamMember { TeamId = teamId, UserId = userId }));
        return (added, removed.ConvertAll(member => member.UserId));
    }

    private void Record(Team team, (List<Guid> Added, List<Guid> Removed) members)
    {
        var entry = db.Entry(team);
        if (entry.State == EntityState.Added)
        {
            audit.Add(db, "team.created", TeamSubject.Of(team.Id), new { team.Name, members = members.Added });
        }
        else if (entry.State == EntityState.Modified || members.Added.Count + members.Removed.Count > 0)
        {
            audit.Add(db, "team.changed", TeamSubject.Of(team.Id), entry.WithChanges(new { team.Name, added = members.Added, removed = members.Removed }));
        }
    }
}

internal static class TeamSubject
{
    public static AuditSubject Of(Guid id) => new("team", id.ToString());
}
