using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.SearchItems;

/// <summary>
/// Gathers the words of published items, to mend mistyped ones with; those of drafts are never read. A trigger says which items
/// are to be read; where several instances look at once, each takes other ones.
/// </summary>
internal sealed class GatherKnownWords(KnowledgeBaseDbContext db) : IClockWork
{
    private const int AtOnce = 50;

    public static TimeSpan Pause => TimeSpan.FromSeconds(20);

    // Thousands of items that are there already must not keep the database from answering.
    public static TimeSpan Rest => TimeSpan.FromMilliseconds(50);

    /// <summary>Gathers the next items that changed; false when there are none.</summary>
    public async Task<bool> DoNextAsync(CancellationToken cancellationToken)
    {
        // Only kinds of tokens that are words: no numbers, addresses or paths. In their order, or two instances would wait for each other.
        var taken = await db.Database.SqlQuery<int>(
            $"""
            with taken as (
                delete from kb.words_to_gather
                where item_id in (select item_id from kb.words_to_gather order by item_id limit {AtOnce} for update skip locked)
                returning item_id),
            gathered as (
                insert into kb.known_words (word)
                select distinct lower(token)
                from kb.items join taken on taken.item_id = items.id
                cross join lateral ts_parse('default', concat_ws(' ', title, summary, body, transcript, left(extracted_text, 250000)))
                where status = {(int)ItemStatus.Published} and tokid in (1, 2, 10, 11) and length(lower(token)) between 4 and {KnownWord.Length}
                order by 1
                on conflict do nothing)
            select count(*)::int as "Value" from taken
            """).ToListAsync(cancellationToken);
        return taken is [AtOnce];
    }
}
