using Helpdesk.Platform;
using Helpdesk.Platform.Search;
using Helpdesk.Platform.Ui;
using Helpdesk.Tickets.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Helpdesk.Tickets.Search;

/// <summary>Where a ticket holds the words, and how it says them there; as HTML in which nothing but the marks is HTML.</summary>
internal sealed record Excerpt(string SubjectHtml, string? Html, IReadOnlyList<FoundIn> Places)
{
    public static Excerpt None(string subject) => new(Plain(subject), null, []);

    public static string Plain(string text) => MarkedText.ToHtml(text.Replace(MarkedText.Start, ' ').Replace(MarkedText.Stop, ' '));
}

internal sealed class Excerpts(TicketsDbContext db)
{
    // Any of the words will do here, since a ticket may hold one in its subject and the other in a message. Only some entries and
    // only their beginnings are read: a ticket may have hundreds, of a hundred thousand letters each.
    private const string Statement =
        """
        with asked as materialized (select regexp_replace(querytree({query}), ' (&|<(-|\d+)>) ', ' | ', 'g')::tsquery as words)
        select ticket.id as "Id",
            ts_headline('platform.words', translate(ticket.subject, @tidy, @tidied), asked.words, 'HighlightAll=true, ' || @marks) as "Subject",
            to_tsvector('platform.words', ticket.subject) @@ asked.words as "IsInSubject",
            best.is_note as "IsNote",
            ts_headline('platform.words', translate(best.body, @tidy, @tidied), asked.words, 'MaxWords=32, MinWords=20, ' || @marks) as "Text"
        from asked cross join tickets.tickets as ticket
        left join lateral (
            select entry.is_note, entry.body
            from ({entries}) as entry cross join lateral (select to_tsvector('platform.words', entry.body) as words offset 0) as vector
            where vector.words @@ asked.words
            order by ts_rank_cd(vector.words, asked.words) desc, entry.created_at desc
            limit 1) as best on true
        where ticket.id = any(@ids)
        """;

    private const string Messages =
        @"(select false as is_note, left(body, 20000) || E'\n' || tickets.words_of_files(file_names) as body, created_at from tickets.messages where ticket_id = ticket.id order by created_at desc limit 30)";

    private const string Notes =
        @"(select true as is_note, left(body, 20000) || E'\n' || tickets.words_of_files(file_names) as body, created_at from tickets.notes where ticket_id = ticket.id order by created_at desc limit 30)";

    public async Task<IReadOnlyDictionary<Guid, Excerpt>> OfAsync(Guid[] ids, SearchWords words, CurrentUser user, CancellationToken cancellationToken)
    {
        var statement = Statement
            .Replace("{query}", words.Sql, StringComparison.Ordinal)
            .Replace("{entries}", user.IsStaff ? $"{Messages} union all {Notes}" : Messages, StringComparison.Ordinal);
        var parameters = words.Parameters(
            new NpgsqlParameter("ids", ids),
            new NpgsqlParameter("marks", Headline.Marks),
            new NpgsqlParameter("tidy", Headline.Tidy),
            new NpgsqlParameter("tidied", Headline.Tidied));
        var rows = await db.Database.SqlQueryRaw<Row>(statement, [.. parameters]).ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.Id, row => new Excerpt(Headline.ToHtml(row.Subject), row.Text is null ? null : Headline.PassageToHtml(row.Text), [.. PlacesOf(row)]));
    }

    private static IEnumerable<FoundIn> PlacesOf(Row row)
    {
        if (row.IsInSubject)
        {
            yield return FoundIn.Subject;
        }

        if (row.IsNote is { } isNote)
        {
            yield return isNote ? FoundIn.Note : FoundIn.Message;
        }
    }

    internal sealed record Row(Guid Id, string Subject, bool IsInSubject, bool? IsNote, string? Text);
}
