using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.Data;

internal static class WordForgetting
{
    /// <summary>Takes the words of a text that is gone off those that mistyped ones are compared with, but for those that others hold, if only in another form.</summary>
    public static Task ForgetWordsAsync(this KnowledgeBaseDbContext db, string text, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        delete from kb.known_words as known
        where known.word in (select lower(token) from ts_parse('default', {text}))
            and not exists (select 1 from kb.items where status = 1 and search_words @@ plainto_tsquery('platform.words', known.word))
        """,
        cancellationToken);
}
