using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.Upkeep;

/// <summary>A search that found nothing: as it was last asked, how often, and the tickets that people filed soon after.</summary>
internal sealed record GapView(string Words, string Folded, int Searches, DateTimeOffset LastAskedAt, IReadOnlyList<int> Tickets);

/// <summary>The gaps of the last time, what was asked most first.</summary>
internal sealed record GapList(IReadOnlyList<GapView> Items);

internal sealed class ListGapsHandler(KnowledgeBaseDbContext db, TimeProvider clock)
{
    private const int Most = 50;
    private const int MostTickets = 10;
    private static readonly TimeSpan Recent = TimeSpan.FromDays(90);

    public async Task<Outcome<GapList>> HandleAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return ItemFinding.TeamOnly;
        }

        // What found something since is no gap any more, nor is what a curator dismissed since.
        var since = clock.GetUtcNow() - Recent;
        var open = db.Searches.Where(search => search.Found == 0 && search.AskedAt > since
            && !db.Searches.Any(later => later.Folded == search.Folded && later.Found > 0 && later.AskedAt > search.AskedAt)
            && !db.DismissedGaps.Any(gap => gap.Folded == search.Folded && gap.DismissedAt >= search.AskedAt));
        var gaps = await open.GroupBy(search => search.Folded)
            .Select(group => new { Folded = group.Key, Searches = group.Count(), LastAskedAt = group.Max(search => search.AskedAt) })
            .OrderByDescending(gap => gap.Searches).ThenByDescending(gap => gap.LastAskedAt)
            .Take(Most)
            .ToListAsync(cancellationToken);
        var folded = gaps.Select(gap => gap.Folded).ToList();
        var asked = await open.Where(search => folded.Contains(search.Folded))
            .GroupBy(search => search.Folded)
            .Select(group => group.OrderByDescending(search => search.AskedAt).Select(search => new { search.Folded, search.Words }).First())
            .ToDictionaryAsync(search => search.Folded, search => search.Words, cancellationToken);
        var tickets = await open.Where(search => folded.Contains(search.Folded))
            .Join(db.TicketsAfterSearches, search => search.Id, after => after.SearchId, (search, after) => new { search.Folded, after.TicketNumber })
            .Distinct()
            .ToListAsync(cancellationToken);
        var followed = tickets.ToLookup(pair => pair.Folded, pair => pair.TicketNumber);
        return new GapList([.. gaps.Select(gap => new GapView(
            asked[gap.Folded], gap.Folded, gap.Searches, gap.LastAskedAt, [.. followed[gap.Folded].OrderDescending().Take(MostTickets)]))]);
    }
}

internal sealed record DismissGapRequest
{
    /// <summary>The words as the list folds them.</summary>
    public string Folded { get; init; } = "";
}

/// <summary>Takes a gap off the list until somebody searches for it again.</summary>
internal sealed class DismissGapHandler(KnowledgeBaseDbContext db, TimeProvider clock)
{
    public Task<Outcome<Done>> HandleAsync(DismissGapRequest request, CurrentUser user, CancellationToken cancellationToken) =>
        db.AgainWhenStaleAsync(() => TryAsync(request, user, cancellationToken), cancellationToken);

    private async Task<Outcome<Done>> TryAsync(DismissGapRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return ItemFinding.TeamOnly;
        }

        if (!await db.Searches.AnyAsync(search => search.Folded == request.Folded && search.Found == 0, cancellationToken))
        {
            return new Refusal.NotFound();
        }

        var gap = await db.DismissedGaps.SingleOrDefaultAsync(known => known.Folded == request.Folded, cancellationToken);
        if (gap is null)
        {
            gap = new DismissedGap { Folded = request.Folded };
            db.Add(gap);
        }

        (gap.DismissedAt, gap.DismissedById) = (clock.Now(), user.Id);
        await db.SaveChangesAsync(cancellationToken);
        return Done.It;
    }
}
