using Helpdesk.Platform;

namespace Helpdesk.Tickets.Queue;

/// <summary>How many tickets the views hold; counted no further than one would read, so that a long queue costs no more than a short one.</summary>
internal sealed record QueueCounts(int Unassigned, int Mine, int Open, int Waiting, int SolvedToday)
{
    public const int Cap = 1_000;

    public int? Of(QueueView view) => view.Word switch
    {
        "unassigned" => Unassigned,
        "mine" => Mine,
        "open" => Open,
        "waiting" => Waiting,
        _ => null,
    };

    /// <summary>"7", or "1000+" where counting stopped.</summary>
    public static string Show(int count) => count > Cap ? $"{Cap}+" : $"{count}";
}

internal sealed class QueueCountsHandler(QueueSideReading side)
{
    public async Task<QueueCounts> HandleAsync(CurrentUser user, CancellationToken cancellationToken) => (await side.ReadAsync(user, cancellationToken)).Counts;
}
