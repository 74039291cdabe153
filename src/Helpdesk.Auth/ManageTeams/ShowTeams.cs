using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;

namespace Helpdesk.Auth.ManageTeams;

/// <summary>All teams, archived ones last.</summary>
internal sealed record TeamsView(IReadOnlyList<TeamView> Items);

/// <summary>A team with what names it.</summary>
internal sealed record TeamDetailView : TeamView
{
    public TeamDetailView(TeamView team, IReadOnlyList<TeamUse> uses)
        : base(team) => Uses = uses;

    public IReadOnlyList<TeamUse> Uses { get; }
}

internal sealed class ListTeamsHandler(TeamReading reading)
{
    public async Task<Outcome<TeamsView>> HandleAsync(CurrentUser user, CancellationToken cancellationToken) =>
        user.IsAdmin ? new TeamsView(await reading.AllAsync(cancellationToken)) : TeamRefusals.AdminsOnly;
}

internal sealed class ShowTeamHandler(TeamReading reading, IEnumerable<ITeamUses> modules)
{
    public async Task<Outcome<TeamDetailView>> HandleAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsAdmin)
        {
            return TeamRefusals.AdminsOnly;
        }

        return await reading.FindAsync(id, cancellationToken) is { } team
            ? new TeamDetailView(team, await modules.OfAsync(id, cancellationToken))
            : new Refusal.NotFound();
    }
}

internal static class TeamRefusals
{
    public static readonly Refusal.Forbidden AdminsOnly = new("Only administrators manage teams.");
}

internal static class TeamUsesOfAll
{
    public static async Task<IReadOnlyList<TeamUse>> OfAsync(this IEnumerable<ITeamUses> modules, Guid teamId, CancellationToken cancellationToken)
    {
        var uses = new List<TeamUse>();
        foreach (var module in modules)
        {
            uses.AddRange(await module.OfAsync(teamId, cancellationToken));
        }

        return uses;
    }
}
