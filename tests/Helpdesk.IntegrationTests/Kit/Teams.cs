using Helpdesk.Auth.Contracts;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Kit;

/// <summary>Teams made by a test, known to the site when the call returns.</summary>
internal static class Teams
{
    public static async Task<Guid> TeamAsync(this Site site, string name, params Person[] members)
    {
        var team = new Team { Id = Guid.CreateVersion7(), Name = name, CreatedAt = site.Clock.GetUtcNow() };
        await site.WithAsync<AuthDbContext>(async db =>
        {
            db.Add(team);
            db.AddRange(members.Select(member => new TeamMember { TeamId = team.Id, UserId = member.Id }));
            await db.SaveChangesAsync();
        });
        await SeenAsync(site, $"the team {name}", teams => teams.Any(known => known.Id == team.Id));
        return team.Id;
    }

    public static async Task ArchiveTeamAsync(this Site site, Guid id)
    {
        await site.WithAsync<AuthDbContext>(async db => await db.Teams.Where(team => team.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(team => team.ArchivedAt, site.Clock.GetUtcNow())));
        await SeenAsync(site, "the archived team", teams => teams.Any(known => known.Id == id && !known.IsActive));
    }

    private static Task SeenAsync(Site site, string what, Func<IReadOnlyList<TeamCard>, bool> isSeen) => Eventually.TrueAsync(
        what, () => site.WithAsync<ITeamDirectory, bool>(async teams => isSeen(await teams.TeamsAsync(CancellationToken.None))));
}
