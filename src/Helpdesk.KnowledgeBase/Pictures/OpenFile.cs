using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.Pictures;

/// <summary>Where a file can be had for a few minutes.</summary>
internal sealed record FileAddress(string Url);

/// <summary>Gives the picture of an item to whoever may read the item, or another one that shows it; one that no text shows any more to the team alone.</summary>
internal sealed class OpenPictureHandler(KnowledgeBaseDbContext db, FileShelf shelf)
{
    public async Task<Outcome<FileAddress>> HandleAsync(Guid fileId, CurrentUser user, CancellationToken cancellationToken)
    {
        var prefix = ItemFiles.Pictures.Prefix + "/";
        var address = ItemPictures.AddressOf(fileId);
        var readable = user.IsStaff ? db.Items.VisibleTo(user) : db.Items.VisibleTo(user).Where(item => item.Body.Contains(address));
        var file = await db.Set<StoredFile>().AsNoTracking()
            .Where(stored => stored.Id == fileId && stored.Key.StartsWith(prefix))
            .Where(stored => db.Set<FileUse>().Any(use => use.FileId == fileId && use.OwnerKind == ItemFiles.Owner && readable.Any(item => item.Id == use.OwnerId)))
            .SingleOrDefaultAsync(cancellationToken);
        return file is null ? new Refusal.NotFound() : Addresses.Of(shelf, file);
    }
}

/// <summary>Gives the video, the captions or the document of an item to whoever may read the item: those of now to readers, older ones to the team.</summary>
internal sealed class OpenFileHandler(KnowledgeBaseDbContext db, FileShelf shelf)
{
    public const string CaptionsType = "text/vtt; charset=utf-8";

    /// <summary>The video or the document that there is now.</summary>
    public Task<Outcome<FileAddress>> ReadAsync(Guid id, CurrentUser user, CancellationToken cancellationToken) =>
        HandleAsync(id, item => item.FileId, user, cancellationToken);

    /// <summary>What is said in the video (WebVTT): given by the site itself, because players take captions from no other origin.</summary>
    public async Task<Outcome<Stream>> CaptionsAsync(Guid id, CurrentUser user, CancellationToken cancellationToken) =>
        await FindAsync(id, item => item.CaptionsId, user, cancellationToken) is { } file
            ? await shelf.OpenAsync(file, cancellationToken)
            : new Refusal.NotFound();

    public Task<Outcome<FileAddress>> HandleAsync(Guid id, Guid fileId, CurrentUser user, CancellationToken cancellationToken) =>
        HandleAsync(id, item => user.IsStaff || fileId == item.FileId || fileId == item.CaptionsId ? fileId : null, user, cancellationToken);

    private async Task<Outcome<FileAddress>> HandleAsync(Guid id, Func<Item, Guid?> choose, CurrentUser user, CancellationToken cancellationToken) =>
        await FindAsync(id, choose, user, cancellationToken) is { } file ? Addresses.Of(shelf, file) : new Refusal.NotFound();

    private async Task<StoredFile?> FindAsync(Guid id, Func<Item, Guid?> choose, CurrentUser user, CancellationToken cancellationToken)
    {
        var item = await db.Items.AsNoTracking().VisibleTo(user).SingleOrDefaultAsync(found => found.Id == id, cancellationToken);
        if (item is null || choose(item) is not { } wanted)
        {
            return null;
        }

        return await db.Set<StoredFile>().AsNoTracking()
            .Where(stored => stored.Id == wanted)
            .Where(stored => db.Set<FileUse>().Any(use => use.FileId == wanted && use.OwnerKind == ItemFiles.Owner && use.OwnerId == id))
            .SingleOrDefaultAsync(cancellationToken);
    }
}

internal static class Addresses
{
    public static Outcome<FileAddress> Of(FileShelf shelf, StoredFile file)
    {
        var address = shelf.AddressOf(file);
        return address.Value is { } url ? new FileAddress(url) : address.Refusal!;
    }
}
