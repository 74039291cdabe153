using System.Text.RegularExpressions;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.Pictures;

/// <summary>Which pictures an item has: those that a version of it shows, and for a while those that are still to be used.</summary>
internal sealed partial class ItemPictures(KnowledgeBaseDbContext db)
{
    private static readonly TimeSpan KeptUnused = TimeSpan.FromDays(1);

    public static string AddressOf(Guid fileId) => $"/kb/images/{fileId}";

    /// <summary>Takes over the pictures that a text brought along from other items, and lets go of those that nothing shows.</summary>
    public async Task KeepAsync(Guid itemId, string body, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var shown = Address().Matches(body).Select(match => Guid.Parse(match.Groups[1].ValueSpan)).ToHashSet();
        var uses = await db.Set<FileUse>().Where(use => use.OwnerKind == ItemFiles.Owner && use.OwnerId == itemId).ToListAsync(cancellationToken);
        var brought = shown.Except(uses.Select(use => use.FileId)).ToList();
        var prefix = ItemFiles.Pictures.Prefix + "/";
        var known = await db.Set<FileUse>()
            .Where(use => use.OwnerKind == ItemFiles.Owner && brought.Contains(use.FileId))
            .Join(db.Set<StoredFile>(), use => use.FileId, file => file.Id, (_, file) => file)
            .Where(file => file.Key.StartsWith(prefix))
            .Distinct().ToListAsync(cancellationToken);
        FileShelf.Attach(db, new FileOwner(ItemFiles.Owner, itemId), known);

        var limit = now - KeptUnused;
        var unshown = uses.Select(use => use.FileId).Except(shown).ToList();
        var old = await db.Set<StoredFile>()
            .Where(file => unshown.Contains(file.Id) && file.Key.StartsWith(prefix) && file.CreatedAt < limit)
            .Select(file => file.Id)
            .ToListAsync(cancellationToken);
        foreach (var fileId in old)
        {
            var address = AddressOf(fileId);
            if (!await db.Versions.AnyAsync(version => version.ItemId == itemId && version.Body.Contains(address), cancellationToken)
                && !await db.Writings.AnyAsync(writing => writing.ItemId == itemId && writing.Body.Contains(address), cancellationToken))
            {
                db.RemoveRange(uses.Where(use => use.FileId == fileId));
            }
        }
    }

    [GeneratedRegex("/kb/images/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})")]
    private static partial Regex Address();
}
