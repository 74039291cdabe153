using Helpdesk.Auth.Contracts;
using Helpdesk.Auth.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.Directory;

internal sealed class TeamRotas(AuthDbContext db) : ITeamRotas
{
    public Task<TeamRota?> FindAsync(Guid teamId, CancellationToken cancellationToken)
    {
        var staff = db.Users.ActiveStaff();
        return db.Teams.AsNoTracking()
            .Where(team => team.Id == teamId && team.ArchivedAt == null)
            .Select(team => new TeamRota(
                team.Name,
                team.Assignment,
                team.OpenLimit,
                db.TeamMembers.Where(member => member.TeamId == teamId && staff.Any(user => user.Id == member.UserId)).Select(member => member.UserId).ToList()))
            .SingleOrDefaultAsync(cancellationToken);
    }
}
