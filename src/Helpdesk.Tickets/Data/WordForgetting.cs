using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Data;

internal static class WordForgetting
{
    /// <summary>Takes the words of a text that is gone off those that mistyped ones are compared with, but for those that other tickets hold, if only in another form.</summary>
    public static Task ForgetWordsAsync(this TicketsDbContext db, string text, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        delete from tickets.known_words as known
        where known.word in (select lower(token) from ts_parse('default', {text}))
            and not exists (select 1 from tickets.ticket_words where public_words @@ plainto_tsquery('platform.words', known.word))
        """,
        cancellationToken);
}
