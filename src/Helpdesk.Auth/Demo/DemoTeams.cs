using Helpdesk.Auth.Contracts;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Platform.Demo;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.Demo;

/// <summary>Two teams of the demo's agents. An installation that has teams keeps its own.</summary>
internal sealed class DemoTeams(AuthDbContext db, TimeProvider clock) : IDemoData
{
    private static readonly (string Name, AssignmentMode Assignment, string[] Members)[] Teams =
    [
        ("Network", AssignmentMode.InTurn, ["jonas", "dana"]),
        ("Service desk", AssignmentMode.ByHand, ["dana", "mei", "ada"]),
    ];

    public int Order => 15;

    public async Task<IReadOnlyList<string>> SeedAsync(CancellationToken cancellationToken)
    {
        if (await db.Teams.AnyAsync(cancellationToken))
        {
            return [];
        }

        var people = await db.Users.AsNoTracking().Where(user => user.Email!.EndsWith(DemoPeople.Domain))
            .ToDictionaryAsync(user => user.Email!, user => user.Id, cancellationToken);
        var now = clock.GetUtcNow();
        foreach (var (name, assignment, members) in Teams)
        {
            var team = new Team { Id = Guid.CreateVersion7(now), Name = name, Assignment = assignment, CreatedAt = now, Version = 1 };
            db.Add(team);
            db.AddRange(members.Select(member => member + DemoPeople.Domain).Where(people.ContainsKey)
                .Select(address => new TeamMember { TeamId = team.Id, UserId = people[address] }));
        }

        await db.SaveChangesAsync(cancellationToken);
        return [$"{Teams.Length} teams"];
    }
}
