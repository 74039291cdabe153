using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.KnowledgeBase.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.Deflect;

internal sealed class SolvedQuestions(KnowledgeBaseDbContext db) : ISolvedQuestions
{
    public async Task<IReadOnlyList<int>> CountAsync(IReadOnlyList<DateTimeOffset> cuts, CancellationToken cancellationToken)
    {
        var (begins, ends) = (cuts[0], cuts[^1]);
        var counts = await db.Database.SqlQuery<PartCount>(
            $"""
            select width_bucket(solved_at, {cuts.ToArray()}) as "Part", count(*)::int as "Count"
            from kb.deflections where solved_at >= {begins} and solved_at < {ends} group by 1
            """).ToDictionaryAsync(row => row.Part, row => row.Count, cancellationToken);
        return [.. Enumerable.Range(1, cuts.Count - 1).Select(part => counts.GetValueOrDefault(part))];
    }

    private sealed record PartCount(int Part, int Count);
}
