using Helpdesk.Auth.Contracts;
using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.ShareWork;

/// <summary>Says what in this module names a team: tickets, and what is shared with it.</summary>
internal sealed class TicketTeamUses(TicketsDbContext db) : ITeamUses
{
    // A page lists so many; the count is exact.
    private const int Listed = 20;

    public async Task<IReadOnlyList<TeamUse>> OfAsync(Guid teamId, CancellationToken cancellationToken)
    {
        var tickets = await db.Tickets.CountAsync(ticket => ticket.TeamId == teamId, cancellationToken);
        TeamUse[] uses =
        [
            new("ticket", tickets, [new TeamLink("Look at them in the queue", TicketUrls.QueueOfTeam(teamId))]),
            await SharedAsync("saved_view", db.SavedViews, view => new TeamLink(view.Name, $"/queue?{view.Query}"), teamId, cancellationToken),
            await SharedAsync("macro", db.Macros, macro => new TeamLink(macro.Name, $"/queue/macros/{macro.Id}"), teamId, cancellationToken),
            await SharedAsync("canned_answer", db.CannedAnswers, answer => new TeamLink(answer.Name, $"/queue/answers/{answer.Id}"), teamId, cancellationToken),
        ];
        return [.. uses.Where(use => use.Count > 0)];
    }

    private static async Task<TeamUse> SharedAsync<T>(
        string kind, IQueryable<T> kept, Func<T, TeamLink> link, Guid teamId, CancellationToken cancellationToken)
        where T : class, IShared
    {
        var shared = kept.AsNoTracking().Where(each => each.Sharing == Sharing.Team && each.TeamId == teamId);
        var count = await shared.CountAsync(cancellationToken);
        var first = count == 0 ? [] : await shared.Take(Listed).ToListAsync(cancellationToken);
        return new TeamUse(kind, count, [.. first.Select(link).OrderBy(each => each.Text, StringComparer.OrdinalIgnoreCase)]);
    }
}
