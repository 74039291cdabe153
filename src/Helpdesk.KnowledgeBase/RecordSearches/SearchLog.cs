using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.RecordSearches;

/// <summary>
/// Writes down what was looked for and how much was found. While somebody types, each search goes on from the one before; they are
/// folded into one. Readers who are not signed in are not told apart, so theirs are folded as if they were one person's.
/// </summary>
internal sealed class SearchLog(KnowledgeBaseDbContext db, TimeProvider clock)
{
    private static readonly TimeSpan OneSearch = TimeSpan.FromMinutes(1);

    public async Task RecordAsync(string words, int found, CurrentUser reader, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var since = now - OneSearch;
        Guid? readerId = reader.IsSignedIn ? reader.Id : null;
        var folded = FoldedWords.Of(words);
        var kept = words[..Math.Min(words.Length, AskedSearch.WordsLength)];
        await db.Database.ExecuteSqlAsync(
            $"""
            with last as (
                select id from kb.searches
                where reader_id is not distinct from {readerId}::uuid and asked_at > {since} and (starts_with({folded}, folded) or starts_with(folded, {folded}))
                order by asked_at desc
                limit 1
                for update skip locked),
            folded_in as (
                update kb.searches set words = {kept}, folded = {folded}, found = {found}, asked_at = {now} where id in (select id from last))
            insert into kb.searches (id, reader_id, words, folded, found, asked_at)
            select {Guid.CreateVersion7(now)}, {readerId}, {kept}, {folded}, {found}, {now} where not exists (select from last)
            """,
            cancellationToken);
    }
}
