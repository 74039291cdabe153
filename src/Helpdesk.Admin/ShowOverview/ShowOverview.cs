using Helpdesk.Admin.ShowReports;
using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.CheckUps;
using Helpdesk.Tickets.Contracts;

namespace Helpdesk.Admin.ShowOverview;

internal sealed class ShowOverviewHandler(ITicketReports tickets, ISolvedQuestions questions, IEnumerable<ICheckUp> checkUps, TimeProvider clock)
{
    private const int DaysShown = 14;

    public async Task<Outcome<OverviewView>> HandleAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsAdmin)
        {
            return new Refusal.Forbidden("Only administrators see this.");
        }

        var looks = checkUps.Select(async checkUp => Line(checkUp, await checkUp.LookAsync(cancellationToken)));
        var now = clock.GetUtcNow();
        var range = ReportRange.OfLast(DaysShown, now, user);
        var figures = await tickets.FiguresAsync(range.Cuts, cancellationToken);
        var solved = await questions.CountAsync(range.Cuts, cancellationToken);
        var backlog = await tickets.BacklogAsync(LocalDays.Today(now, user), cancellationToken);
        return new OverviewView(backlog, RangeView.Of(range, now), ReportPart.Of(range, figures, solved), await Task.WhenAll(looks));
    }

    private static CheckUpView Line(ICheckUp checkUp, Finding finding) => new(checkUp.Name, finding.State, finding.What, finding.Remedy);
}

/// <summary>What waits, what came and was done in the last days, and how the installation is.</summary>
internal sealed record OverviewView(TicketBacklog Tickets, RangeView Range, IReadOnlyList<ReportPart> Parts, IReadOnlyList<CheckUpView> CheckUps);

internal sealed record CheckUpView(string Name, FindingState State, string What, string? Remedy);
