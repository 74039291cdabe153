using Helpdesk.Platform;
using Helpdesk.Platform.Work;
using Helpdesk.Tickets.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Search;

/// <summary>
/// Gathers the words of public subjects and messages, to mend mistyped ones with. Notes are never read here. It goes on from where
/// it stood; where several instances look at once, one of them works.
/// </summary>
internal sealed class GatherKnownWords(TicketsDbContext db, TimeProvider clock) : IClockWork
{
    // What is being written now may be saved a little later than what comes after it.
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);

    public static TimeSpan Pause => TimeSpan.FromMinutes(1);

    // A million tickets that are there already must not keep the database from answering.
    public static TimeSpan Rest => TimeSpan.FromMilliseconds(50);

    /// <summary>Gathers the next tickets that changed; false when there are none.</summary>
    public async Task<bool> DoNextAsync(CancellationToken cancellationToken)
    {
        var settled = clock.Now() - Settled;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var until = await db.Database.SqlQuery<DateTimeOffset?>($"select until as \"Value\" from tickets.known_words_gathered for update skip locked")
            .ToListAsync(cancellationToken);
        if (until is not [{ } from])
        {
            return false;
        }

        // Only kinds of tokens that are words: no numbers, addresses or paths. In their order, or two instances would wait for each other.
        var reached = await db.Database.SqlQuery<DateTimeOffset?>(
            $"""
            with changed as materialized (
                select id, subject, touched_at from tickets.tickets
                where touched_at > {from} and touched_at <= {settled}
                order by touched_at
                fetch first 200 rows with ties),
            said as (
                select subject as text from changed
                union all
                select message.body from changed cross join lateral (
                    select body from tickets.messages where ticket_id = changed.id order by created_at desc limit 20) as message),
            gathered as (
                insert into tickets.known_words (word)
                select distinct lower(token) from said cross join lateral ts_parse('default', text)
                where tokid in (1, 2, 10, 11) and length(lower(token)) between 4 and {KnownWord.Length}
                order by 1
                on conflict do nothing)
            select max(touched_at) as "Value" from changed
            """).ToListAsync(cancellationToken);
        if (reached is not [{ } now])
        {
            return false;
        }

        await db.Database.ExecuteSqlAsync($"update tickets.known_words_gathered set until = {now}", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
