using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.ChangePerson;

/// <summary>Which teams somebody is in. Part of the caller's save.</summary>
internal sealed class Memberships(AuthDbContext db, AuditLog audit)
{
    public static readonly string NoSuchTeam = "There is no such team.";

    public static readonly string StaffOnly = "Only agents and administrators can be in a team.";

    /// <summary>Takes the person out of all other teams. One that is no longer used may stay.</summary>
    public async Task<Refusal?> SetAsync(User person, IReadOnlyCollection<Guid> teamIds, CancellationToken cancellationToken)
    {
        var present = await db.TeamMembers.Where(member => member.UserId == person.Id).ToListAsync(cancellationToken);
        var added = teamIds.Distinct().Except(present.Select(member => member.TeamId)).ToList();
        var removed = present.Where(member => !teamIds.Contains(member.TeamId)).ToList();
        if (await FaultAsync(person.Role, added, cancellationToken) is { } fault)
        {
            return new Refusal.Invalid(nameof(ChangePersonRequest.TeamIds), fault);
        }

        if (added.Count + removed.Count > 0)
        {
            db.RemoveRange(removed);
            db.AddRange(added.Select(team => new TeamMember { TeamId = team, UserId = person.Id }));
            await RenewAsync([.. added, .. removed.Select(member => member.TeamId)], cancellationToken);
            audit.Add(db, "account.teams-changed", AuditSubject.Person(person.Id), new { added, removed = removed.Select(member => member.TeamId) });
        }

        return null;
    }

    /// <summary>The teams are other ones now: who looked at them before must not undo it by saving what they saw.</summary>
    public Task RenewAsync(IReadOnlyCollection<Guid> teamIds, CancellationToken cancellationToken) =>
        teamIds.Count == 0
            ? Task.CompletedTask
            : db.Teams.Where(team => teamIds.Contains(team.Id)).ExecuteUpdateAsync(set => set.SetProperty(team => team.Version, team => team.Version + 1), cancellationToken);

    /// <summary>Why somebody with this role cannot come into these teams; null when they can.</summary>
    public async Task<string?> FaultAsync(Role role, IReadOnlyCollection<Guid> teamIds, CancellationToken cancellationToken)
    {
        if (teamIds.Count == 0)
        {
            return null;
        }

        if (role == Role.Employee)
        {
            return StaffOnly;
        }

        var known = await db.Teams.CountAsync(team => teamIds.Contains(team.Id) && team.ArchivedAt == null, cancellationToken);
        return known == teamIds.Distinct().Count() ? null : NoSuchTeam;
    }
}
