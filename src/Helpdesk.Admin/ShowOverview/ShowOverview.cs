using Helpdesk.Platform;
using Helpdesk.Platform.CheckUps;
using Helpdesk.Tickets.Contracts;

namespace Helpdesk.Admin.ShowOverview;

internal sealed class ShowOverviewHandler(ITicketReports tickets, IEnumerable<ICheckUp> checkUps)
{
    public async Task<Outcome<OverviewView>> HandleAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsAdmin)
        {
            return new Refusal.Forbidden("Only administrators see this.");
        }

        var looks = checkUps.Select(async checkUp => Line(checkUp, await checkUp.LookAsync(cancellationToken)));
        return new OverviewView(await tickets.BacklogAsync(cancellationToken), await Task.WhenAll(looks));
    }

    private static CheckUpView Line(ICheckUp checkUp, Finding finding) => new(checkUp.Name, finding.State, finding.What, finding.Remedy);
}

internal sealed record OverviewView(TicketBacklog Tickets, IReadOnlyList<CheckUpView> CheckUps);

internal sealed record CheckUpView(string Name, FindingState State, string What, string? Remedy);
