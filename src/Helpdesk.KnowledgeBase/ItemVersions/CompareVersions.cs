using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.ItemVersions;

/// <summary>A part of an item in which two versions differ.</summary>
internal sealed record ChangedPart(string Name, IReadOnlyList<LineChange> Lines);

/// <summary>Two versions of an item, and what the later number has that the earlier has not.</summary>
internal sealed record Comparison(int From, int To, IReadOnlyList<ChangedPart> Parts);

internal sealed class CompareVersionsHandler(KnowledgeBaseDbContext db)
{
    public async Task<Outcome<Comparison>> HandleAsync(Guid id, int from, int to, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = await db.ToChangeAsync(id, version: null, user, cancellationToken);
        if (found.Value is null)
        {
            return found.Refusal!;
        }

        var versions = await db.Versions.AsNoTracking()
            .Where(version => version.ItemId == id && (version.Number == from || version.Number == to))
            .ToDictionaryAsync(version => version.Number, version => version.Text, cancellationToken);
        return versions.TryGetValue(from, out var before) && versions.TryGetValue(to, out var after)
            ? new Comparison(from, to, Comparisons.Of(before, after, await db.FileNamesAsync([before, after], cancellationToken)))
            : new Refusal.NotFound();
    }
}

internal static class Comparisons
{
    /// <summary>The parts in which two texts differ.</summary>
    public static IReadOnlyList<ChangedPart> Of(WrittenText before, WrittenText after, IReadOnlyDictionary<Guid, string> fileNames)
    {
        var parts = new (string Name, string Before, string After)[]
        {
            ("Title", before.Title, after.Title),
            ("Summary", before.Summary, after.Summary),
            ("Body", before.Body, after.Body),
            ("Video address", before.VideoUrl ?? "", after.VideoUrl ?? ""),
            ("Transcript", before.Transcript, after.Transcript),
            ("File", FileOf(before.FileId), FileOf(after.FileId)),
            ("Captions", FileOf(before.CaptionsId), FileOf(after.CaptionsId)),
        };
        return [.. parts.Where(part => part.Before != part.After).Select(part => new ChangedPart(part.Name, TextChanges.Between(part.Before, part.After)))];

        string FileOf(Guid? id) => id is { } file ? fileNames.GetValueOrDefault(file) ?? $"{file}" : "";
    }
}
