using Helpdesk.Platform;
using Helpdesk.Tickets.Queue;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.SavedViews;

/// <summary>How many tickets a saved view holds; counted up to a thousand and one.</summary>
internal sealed record ViewCount(Guid Id, int Count);

/// <summary>Counts the saved views that a person sees. What looks for words is left out: its list is the count.</summary>
internal sealed class CountViewsHandler(ListViewsHandler list, QueueReading reading)
{
    private const int Most = 20;

    public async Task<Outcome<IReadOnlyList<ViewCount>>> HandleAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var views = await list.HandleAsync(user, cancellationToken);
        if (views.Value is not { } saved)
        {
            return views.Refusal!;
        }

        var counts = new List<ViewCount>();
        foreach (var view in saved.Take(Most))
        {
            var request = QueueAddress.Read(view.Query);
            if (TypedQuery.HasWords(request, user) || (await reading.ReadAsync(request, user, cancellationToken)).Value is not { } query)
            {
                continue;
            }

            counts.Add(new ViewCount(view.Id, await query.Tickets.OrderByDescending(ticket => ticket.TouchedAt).Take(QueueCounts.Cap + 1).CountAsync(cancellationToken)));
        }

        return counts;
    }
}
