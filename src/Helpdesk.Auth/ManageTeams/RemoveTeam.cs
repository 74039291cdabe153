using Helpdesk.Auth.Contracts;
using Helpdesk.Auth.Data;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.ManageTeams;

/// <summary>What became of a team that is no longer wanted.</summary>
internal sealed record RemovedTeam(string Name, bool IsArchived);

/// <summary>Removes a team that nothing names; any other one is archived, so that what names it still can.</summary>
internal sealed class RemoveTeamHandler(AuthDbContext db, IEnumerable<ITeamUses> modules, AuditLog audit, TimeProvider clock)
{
    public Task<Outcome<RemovedTeam>> HandleAsync(Guid id, CurrentUser user, CancellationToken cancellationToken) =>
        db.AgainWhenStaleAsync(() => TryAsync(id, user, cancellationToken), cancellationToken);

    private async Task<Outcome<RemovedTeam>> TryAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsAdmin)
        {
            return TeamRefusals.AdminsOnly;
        }

        if (await db.Teams.SingleOrDefaultAsync(team => team.Id == id, cancellationToken) is not { } team)
        {
            return new Refusal.NotFound();
        }

        var isNamed = (await modules.OfAsync(id, cancellationToken)).Count > 0;
        if (isNamed && team.ArchivedAt is null)
        {
            team.ArchivedAt = clock.GetUtcNow();
            team.Version++;
            audit.Add(db, "team.archived", TeamSubject.Of(id), new { team.Name });
        }
        else if (!isNamed)
        {
            db.Remove(team);
            audit.Add(db, "team.removed", TeamSubject.Of(id), new { team.Name });
        }

        await db.SaveChangesAsync(cancellationToken);
        return new RemovedTeam(team.Name, isNamed);
    }
}
