using Helpdesk.Admin.ShowReports;
using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.CheckUps;
using Helpdesk.Tickets.Contracts;

namespace Helpdesk.Admin.ShowOverview;

internal sealed class ShowOverviewHandler(ITicketReports tickets, ISolvedQuestions questions, IDiagnosis diagnosis, TimeProvider clock)
{
    private const int DaysShown = 14;

    public async Task<Outcome<OverviewView>> HandleAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (AdminOnly.Refuse(user) is { } refused)
        {
            return refused;
        }

        var condition = diagnosis.LookAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var range = ReportRange.OfLast(DaysShown, now, user);
        var figures = await tickets.FiguresAsync(range.Cuts, cancellationToken);
        var solved = await questions.CountAsync(range.Cuts, cancellationToken);
        var backlog = await tickets.BacklogAsync(LocalDays.Today(now, user), cancellationToken);
        return new OverviewView(backlog, RangeView.Of(range, now), ReportPart.Of(range, figures, solved), await condition);
    }
}

/// <summary>What waits, what came and was done in the last days, and how the installation is.</summary>
internal sealed record OverviewView(TicketBacklog Tickets, RangeView Range, IReadOnlyList<ReportPart> Parts, IReadOnlyList<Diagnosed> CheckUps);
