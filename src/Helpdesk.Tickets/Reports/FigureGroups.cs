using Helpdesk.Auth.Contracts;
using Helpdesk.Tickets.Categories;
using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;

namespace Helpdesk.Tickets.Reports;

/// <summary>Gives names to what was counted. In the order of the names, so that nobody is ranked; those that have none come last.</summary>
internal sealed class FigureGroups(CategoryList categories, ITeamDirectory teams, IUserDirectory people)
{
    public async Task<TicketFigures> NameAsync(FlowCount count, CancellationToken cancellationToken)
    {
        var kept = await categories.GetAsync(cancellationToken);
        var known = await teams.TeamsAsync(cancellationToken);
        var cards = await people.FindAsync([.. count.Assignees.Keys], cancellationToken);
        return new TicketFigures(
            count.Total,
            count.Parts,
            Sorted(count.Categories, kept.NameOf),
            Sorted(count.Teams, id => id == Guid.Empty ? "No team" : known.Of(id)!.Name),
            Sorted(count.Assignees, id => id == Guid.Empty ? "Nobody" : cards.GetValueOrDefault(id)?.Name ?? Names.FormerUser),
            [.. Enum.GetValues<TicketChannel>().Zip(count.Channels, (channel, flow) => new TicketGroup(null, NameOf(channel), flow))]);
    }

    private static List<TicketGroup> Sorted(IReadOnlyDictionary<Guid, TicketFlow> flows, Func<Guid, string> nameOf) =>
    [
        .. flows.Select(pair => new TicketGroup(pair.Key == Guid.Empty ? null : pair.Key, nameOf(pair.Key), pair.Value))
            .OrderBy(group => group.Id is null).ThenBy(group => group.Name, StringComparer.OrdinalIgnoreCase).ThenBy(group => group.Id),
    ];

    private static string NameOf(TicketChannel channel) => channel switch
    {
        TicketChannel.Web => "Web",
        TicketChannel.Email => "E-mail",
        _ => "API",
    };
}
