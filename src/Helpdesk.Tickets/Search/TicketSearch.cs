using Helpdesk.Platform;
using Helpdesk.Platform.Search;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Views;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Helpdesk.Tickets.Search;

/// <summary>
/// Finds tickets by words, the best first. A word of every second ticket must cost no more than a rare one, so only some hundred of
/// those that hold it are ranked, the newest.
/// </summary>
internal sealed class TicketSearch(TicketsDbContext db, TicketViews views, Excerpts excerpts)
{
    /// <summary>So many are ranked at most; beyond that they are counted no further.</summary>
    public const int Most = 500;

    // The words come from a subselect, so that the planner cannot know how common they are and takes the same way each time: first
    // the newest tickets are read one by one, which finds what is common; only when they hold little the index is asked, which
    // then has little to give. A wrong guess about two words together would otherwise read every ticket there is.
    private const string AmongAll =
        """
        with asked as materialized (select {query} as query),
        recent as materialized (
            select newest.ticket_id from (select ticket_id, staff_words from tickets.ticket_words order by ticket_id desc limit 6000) as newest
            where newest.staff_words @@ (select query from asked)
            limit 500),
        earlier as materialized (
            select found.ticket_id from (
                select ticket_id from tickets.ticket_words
                where (select count(*) from recent) < 100 and staff_words @@ (select query from asked)
                limit 20000) as found
            order by found.ticket_id desc
            limit 500),
        candidates as (select ticket_id from recent union select ticket_id from earlier)
        select ticket_id as "Id", ts_rank_cd(staff_words, (select query from asked), 1) as "Rank", (count(*) over ())::int as "Count",
            (select count(*) from recent) >= 100 or count(*) over () >= 500 as "IsAtLeast"
        from candidates join tickets.ticket_words using (ticket_id)
        order by 2 desc, 1 desc
        limit @limit
        """;

    // Whose tickets they are is asked first: nobody has so many of their own that the words could not be read. The offset keeps
    // the planner from asking the index for the words of everybody.
    private const string AmongOwn =
        """
        with asked as materialized (select {query} as query),
        own as materialized (
            (select id from tickets.tickets where requester_id = @me order by updated_at desc limit 5000)
            union
            (select id from tickets.tickets where participant_ids @> array[@me] limit 5000)),
        candidates as (
            select ticket_id, public_words
            from own cross join lateral (select ticket_id, public_words from tickets.ticket_words where ticket_id = own.id offset 0) as words
            where public_words @@ (select query from asked)
            order by ticket_id desc
            limit 500)
        select ticket_id as "Id", ts_rank_cd(public_words, (select query from asked), 1) as "Rank", (count(*) over ())::int as "Count",
            count(*) over () >= 500 as "IsAtLeast"
        from candidates
        order by 2 desc, 1 desc
        limit @limit
        """;

    public async Task<FoundTickets> FindAsync(SearchWords words, int limit, CurrentUser user, CancellationToken cancellationToken)
    {
        var numbered = await NumberedAsync(words, user, cancellationToken);
        var ranked = words.Text.StartsWith('#') ? [] : await RankAsync(words, limit, user, cancellationToken);
        var others = ranked.Where(found => found.Id != numbered).ToList();
        var order = new List<Ranked>(others);
        if (numbered is { } id)
        {
            order.Insert(0, new Ranked(id, float.MaxValue, 1, false));
        }

        var count = others.Count == 0 ? order.Count : others[0].Count + order.Count - others.Count;
        return new FoundTickets(
            await ShowAsync([.. order.Take(limit)], numbered, words, user, cancellationToken),
            Math.Min(count, Most),
            others.Count > 0 && others[0].IsAtLeast,
            count > limit);
    }

    private async Task<Guid?> NumberedAsync(SearchWords words, CurrentUser user, CancellationToken cancellationToken) =>
        TicketQueries.NumberOf(words.Text) is null && !Guid.TryParseExact(words.Text, "D", out _)
            ? null
            : await db.Tickets.VisibleTo(user).Called(words.Text).Select(ticket => (Guid?)ticket.Id).SingleOrDefaultAsync(cancellationToken);

    private async Task<List<Ranked>> RankAsync(SearchWords words, int limit, CurrentUser user, CancellationToken cancellationToken)
    {
        var statement = (user.IsStaff ? AmongAll : AmongOwn).Replace("{query}", words.Sql, StringComparison.Ordinal);
        var parameters = words.Parameters(new NpgsqlParameter("limit", limit), new NpgsqlParameter("me", user.Id));
        return await db.Database.SqlQueryRaw<Ranked>(statement, [.. parameters]).ToListAsync(cancellationToken);
    }

    /// <summary>Whatever was found: nothing is shown that the reader may not know of.</summary>
    private async Task<IReadOnlyList<FoundTicket>> ShowAsync(
        IReadOnlyList<Ranked> order, Guid? numbered, SearchWords words, CurrentUser user, CancellationToken cancellationToken)
    {
        if (order.Count == 0)
        {
            return [];
        }

        var ids = order.Select(found => found.Id).ToArray();
        var rows = await db.Tickets.AsNoTracking().VisibleTo(user).Where(ticket => ids.Contains(ticket.Id)).Select(TicketRow.Projection)
            .ToDictionaryAsync(row => row.Id, cancellationToken);
        var shown = await excerpts.OfAsync([.. rows.Keys], words, user, cancellationToken);
        var names = await views.NamesAsync(rows.Values.Select(row => row.RequesterId), user, cancellationToken);
        return
        [
            .. order.Where(found => rows.ContainsKey(found.Id)).Select(found =>
            {
                var row = rows[found.Id];
                var excerpt = shown.GetValueOrDefault(found.Id) ?? Excerpt.None(row.Subject);
                return new FoundTicket
                {
                    Id = row.Id,
                    Number = row.Number,
                    Subject = row.Subject,
                    SubjectHtml = excerpt.SubjectHtml,
                    ExcerptHtml = excerpt.Html ?? Excerpt.Plain(row.LastMessagePreview),
                    FoundIn = found.Id == numbered ? [FoundIn.Number, .. excerpt.Places] : excerpt.Places,
                    Status = row.Status,
                    Requester = names.Of(row.RequesterId),
                    UpdatedAt = user.IsStaff ? row.TouchedAt : row.UpdatedAt,
                };
            }),
        ];
    }

    internal sealed record Ranked(Guid Id, float Rank, int Count, bool IsAtLeast);
}
