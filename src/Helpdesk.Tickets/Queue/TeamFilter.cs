using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.Queue;

/// <summary>The tickets of teams, by id or name; those of one's own teams, or of none.</summary>
internal sealed class TeamFilter(ITeamDirectory teams)
{
    public const string Mine = "mine";

    private const string None = "none";

    public async Task<IQueryable<Ticket>> ApplyAsync(
        IQueryable<Ticket> tickets, QueueRequest request, CurrentUser user, Dictionary<string, string[]> errors, CancellationToken cancellationToken)
    {
        var asked = FilterWords.Given(request.Team);
        if (asked.Count == 0)
        {
            return tickets;
        }

        var all = await teams.TeamsAsync(cancellationToken);
        var ids = new List<Guid>();
        foreach (var word in asked.Where(word => word != None))
        {
            var found = Find(word, all, user);
            if (found is null)
            {
                errors[nameof(request.Team)] = ["Choose a team, mine or none."];
                return tickets;
            }

            ids.AddRange(found);
        }

        // Asked for one team alone, its index answers.
        return (asked.Contains(None), ids.Count) switch
        {
            (true, 0) => tickets.Where(ticket => ticket.TeamId == null),
            (true, _) => tickets.Where(ticket => ticket.TeamId == null || ids.Contains(ticket.TeamId!.Value)),
            (false, 1) => tickets.Where(ticket => ticket.TeamId == ids[0]),
            _ => tickets.Where(ticket => ids.Contains(ticket.TeamId!.Value)),
        };
    }

    /// <summary>Null when there is no such team. The whole name goes before parts of others.</summary>
    private static List<Guid>? Find(string word, IReadOnlyList<TeamCard> all, CurrentUser user)
    {
        if (Guid.TryParse(word, out var id))
        {
            return [id];
        }

        if (word.Equals(Mine, StringComparison.OrdinalIgnoreCase))
        {
            return [.. all.Where(team => team.Has(user.Id)).Select(team => team.Id)];
        }

        var named = all.Where(team => team.Name.Equals(word, StringComparison.OrdinalIgnoreCase)).ToList();
        named = named.Count > 0 ? named : [.. all.Where(team => team.Name.Contains(word, StringComparison.OrdinalIgnoreCase))];
        return named.Count == 0 ? null : [.. named.Select(team => team.Id)];
    }
}
