using System.Data;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Settings;
using Helpdesk.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Platform.Search;

/// <summary>
/// Makes the search know the language that was chosen, and then has all words gathered anew, some rows at a time. Until that is done,
/// forms of words that only the new language knows are not found everywhere.
/// </summary>
internal sealed class ChangeLanguage(PlatformDbContext db, IEnumerable<IWordIndex> indexes, ISiteSettings settings) : IClockWork
{
    public static TimeSpan Pause => TimeSpan.FromSeconds(10);

    // Millions of rows that are there already must not keep the database from answering.
    public static TimeSpan Rest => TimeSpan.FromMilliseconds(50);

    /// <summary>Gathers the next rows; false when all words are of the chosen language.</summary>
    public async Task<bool> DoNextAsync(CancellationToken cancellationToken)
    {
        var language = (await settings.GetAsync(cancellationToken)).Value(WordLanguage.Setting);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        // One instance works; the others look again later.
        if (!await db.Database.SqlQuery<bool>($"select pg_try_advisory_xact_lock(hashtext('platform.words')) as \"Value\"").SingleAsync(cancellationToken))
        {
            return false;
        }

        // What is taught here is known to others once it is committed; only then words can be gathered.
        var isMore = await TeachAsync(WordLanguage.DictionaryOf(language), cancellationToken) || await GatherAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return isMore;
    }

    private async Task<bool> TeachAsync(string dictionary, CancellationToken cancellationToken)
    {
        var known = await db.Database.SqlQuery<string>(
            $"""
            select dictionary.dictname::text as "Value"
            from pg_ts_config as configuration
            join pg_ts_config_map as mapped on mapped.mapcfg = configuration.oid
            join pg_ts_dict as dictionary on dictionary.oid = mapped.mapdict
            where configuration.cfgnamespace = 'platform'::regnamespace and configuration.cfgname = 'words' and mapped.maptokentype = 1
            """).SingleAsync(cancellationToken);
        if (known == dictionary)
        {
            return false;
        }

        await db.Database.ExecuteSqlRawAsync(
            """
            alter text search configuration platform.words alter mapping for asciiword, asciihword, hword_asciipart with {dictionary};
            alter text search configuration platform.words alter mapping for word, hword, hword_part with public.unaccent, {dictionary};
            """.Replace("{dictionary}", dictionary, StringComparison.Ordinal),
            cancellationToken);
        foreach (var index in indexes)
        {
            await db.Database.ExecuteSqlAsync(
                $"insert into platform.words_to_gather (name, after) values ({index.Name}, {Guid.Empty}) on conflict (name) do update set after = excluded.after",
                cancellationToken);
        }

        return true;
    }

    private async Task<bool> GatherAsync(CancellationToken cancellationToken)
    {
        var waiting = await db.WordsToGather.ToListAsync(cancellationToken);
        foreach (var index in indexes)
        {
            if (waiting.Find(row => row.Name == index.Name) is not { } row)
            {
                continue;
            }

            if (await index.GatherAfterAsync(row.After, cancellationToken) is { } last)
            {
                row.After = last;
            }
            else
            {
                db.Remove(row);
            }

            await db.SaveChangesAsync(cancellationToken);
            return true;
        }

        return false;
    }
}
