using System.Globalization;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.Data;

internal static class FileNames
{
    /// <summary>What the files of these texts are called, told apart from others of the same name.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> FileNamesAsync(
        this KnowledgeBaseDbContext db, IEnumerable<WrittenText> texts, CancellationToken cancellationToken)
    {
        var ids = texts.SelectMany(text => new[] { text.FileId, text.CaptionsId }).OfType<Guid>().ToHashSet();
        return ids.Count == 0 ? new Dictionary<Guid, string>() : await db.Set<StoredFile>().AsNoTracking()
            .Where(file => ids.Contains(file.Id))
            .ToDictionaryAsync(
                file => file.Id,
                file => string.Create(CultureInfo.InvariantCulture, $"{file.Name} ({FileView.KindOf(file)}, {file.CreatedAt:d MMM yyyy HH:mm} UTC)"),
                cancellationToken);
    }
}
