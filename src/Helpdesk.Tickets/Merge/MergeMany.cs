using Helpdesk.Platform;
using Helpdesk.Platform.Data;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Merge;

internal sealed record MergeManyRequest
{
    /// <summary>From two to twenty tickets.</summary>
    public List<Guid> Ids { get; init; } = [];

    /// <summary>The one of them that goes on; the oldest when none is named.</summary>
    public Guid? Into { get; init; }
}

/// <summary>Merges several tickets into one of them, all or none.</summary>
internal sealed class MergeManyHandler(TicketsDbContext db, MergeReading reading, MergeViews views, MergeAct act)
{
    private const int Most = 20;

    public Task<Outcome<Ticket>> HandleAsync(MergeManyRequest request, CurrentUser user, CancellationToken cancellationToken) =>
        db.AgainWhenStaleAsync(() => TryAsync(request, user, cancellationToken), cancellationToken);

    /// <summary>What it would do.</summary>
    public async Task<Outcome<IReadOnlyList<MergeView>>> ShowAsync(MergeManyRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(request, user, cancellationToken);
        if (read.Value is not { } pairs)
        {
            return read.Refusal!;
        }

        var shown = new List<MergeView>();
        foreach (var pair in pairs)
        {
            shown.Add(await views.OfAsync(pair, user, cancellationToken));
        }

        return shown;
    }

    private async Task<Outcome<Ticket>> TryAsync(MergeManyRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(request, user, cancellationToken);
        if (read.Value is not { } pairs)
        {
            return read.Refusal!;
        }

        foreach (var pair in pairs)
        {
            act.Make(pair, user);
        }

        await db.SaveChangesAsync(cancellationToken);
        return pairs[0].Survivor;
    }

    private async Task<Outcome<IReadOnlyList<MergePair>>> ReadAsync(MergeManyRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return MergeReading.NotForYou;
        }

        var ids = request.Ids.Distinct().ToList();
        if (ids.Count is < 2 or > Most)
        {
            return new Refusal.Invalid(nameof(request.Ids), ids.Count < 2 ? "Choose two or more tickets first." : $"Merge up to {Most} tickets at once.");
        }

        if (request.Into is { } chosen && !ids.Contains(chosen))
        {
            return new Refusal.Invalid(nameof(request.Into), "Choose which of these tickets goes on.");
        }

        var survivor = request.Into ?? await db.Tickets.Where(ticket => ids.Contains(ticket.Id))
            .OrderBy(ticket => ticket.Number).Select(ticket => ticket.Id).FirstOrDefaultAsync(cancellationToken);
        var into = new MergeRequest { Into = survivor.ToString() };
        var pairs = new List<MergePair>();
        foreach (var id in ids.Where(id => id != survivor))
        {
            var read = await reading.ReadAsync(id, into, user, cancellationToken);
            if (read.Value is not { } pair)
            {
                return read.Refusal!;
            }

            pairs.Add(pair);
        }

        return pairs;
    }
}
