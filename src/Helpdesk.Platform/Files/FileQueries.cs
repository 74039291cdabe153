using Helpdesk.Platform.Data;

namespace Helpdesk.Platform.Files;

internal static class FileQueries
{
    /// <summary>How long a file may be without any use.</summary>
    public static readonly TimeSpan UnusedFor = TimeSpan.FromDays(1);

    // So long before the sweep nobody may begin to use a file: the use must be saved before it comes.
    private static readonly TimeSpan Margin = TimeSpan.FromHours(1);

    /// <summary>Files that the sweep will not take before something can be saved that has them.</summary>
    public static IQueryable<StoredFile> StillThere(this IQueryable<StoredFile> files, PlatformDbContext db, DateTimeOffset now)
    {
        var limit = now - UnusedFor + Margin;
        return files.Where(file => file.UnusedSince > limit || db.FileUses.Any(use => use.FileId == file.Id));
    }
}
