using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.Pictures;

/// <summary>Where the files of items lie, and how items get them.</summary>
internal sealed class ItemFiles(KnowledgeBaseDbContext db, FileIntake intake)
{
    /// <summary>As uses of files name items.</summary>
    public const string Owner = "item";

    public static readonly FilePlace Pictures = new("kb/articles/images", FileKinds.Pictures);
    public static readonly FilePlace Videos = new("kb/videos", FileKinds.Video) { LargestFile = 500L << 20 };
    public static readonly FilePlace Documents = new("kb/documents", FileKinds.Pdf | FileKinds.Word);
    public static readonly FilePlace Captions = new("kb/videos", FileKinds.Captions) { LargestFile = 1 << 20 };

    /// <summary>The biggest form that may come in, in MiB: a video and its captions.</summary>
    public const int LargestForm = 501;

    /// <summary>What the main file of such an item may be; null for what has none.</summary>
    public static FilePlace? PlaceOf(ItemType type) => type switch
    {
        ItemType.Video => Videos,
        ItemType.Document => Documents,
        _ => null,
    };

    /// <summary>Gives an item a file that its writer uploaded, or that it had before.</summary>
    public async Task<Refusal?> AttachAsync(Guid itemId, FilePlace place, Guid fileId, string field, Guid by, CancellationToken cancellationToken)
    {
        if (await db.Set<FileUse>().AnyAsync(use => use.OwnerKind == Owner && use.OwnerId == itemId && use.FileId == fileId, cancellationToken))
        {
            return null;
        }

        var accepted = await intake.AcceptAsync(place, [fileId], by, cancellationToken);
        if (accepted.Value is not { } files)
        {
            return accepted.Refusal!.At(field);
        }

        FileShelf.Attach(db, new FileOwner(Owner, itemId), files);
        return null;
    }
}

internal static class FileRefusals
{
    /// <summary>The same sentence beside the field that named or brought the file.</summary>
    public static Refusal At(this Refusal refusal, string field) =>
        refusal is Refusal.Invalid invalid ? new Refusal.Invalid(field, invalid.Errors.Values.First()[0]) : refusal;
}
