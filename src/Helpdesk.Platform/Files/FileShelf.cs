using Helpdesk.Platform.Files.Checks;
using Helpdesk.Platform.Files.Stores;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Platform.Files;

/// <summary>What is there: which files something has, and how they are read. Whoever asks has looked at the rights.</summary>
public sealed class FileShelf
{
    private static readonly TimeSpan DownloadTime = TimeSpan.FromMinutes(5);

    private readonly FileStores stores;
    private readonly TimeProvider clock;

    internal FileShelf(FileStores stores, TimeProvider clock)
    {
        this.stores = stores;
        this.clock = clock;
    }

    /// <summary>Gives files to an owner; that holds once the context is saved.</summary>
    public static void Attach(DbContext context, FileOwner owner, IEnumerable<StoredFile> files) =>
        context.AddRange(files.Select(file => new FileUse { FileId = file.Id, OwnerKind = owner.Kind, OwnerId = owner.Id }));

    /// <summary>Takes all its files from an owner, once the context is saved. What nothing else uses is swept: after a day, or at the next sweep when it must not stay.</summary>
    public async Task ReleaseAsync(DbContext context, FileOwner owner, bool atOnce, CancellationToken cancellationToken)
    {
        var uses = await context.Set<FileUse>().Where(use => use.OwnerKind == owner.Kind && use.OwnerId == owner.Id).ToListAsync(cancellationToken);
        var ids = uses.Select(use => use.FileId).ToList();
        foreach (var file in await context.Set<StoredFile>().Where(file => ids.Contains(file.Id)).ToListAsync(cancellationToken))
        {
            file.UnusedSince = atOnce ? DateTimeOffset.UnixEpoch : clock.GetUtcNow();
        }

        context.RemoveRange(uses);
    }

    /// <summary>Lets the next sweep take what a person sent and nothing uses; at once, and not by the context's next save.</summary>
    public static Task ForgetUnusedAsync(DbContext context, Guid userId, CancellationToken cancellationToken) => context.Set<StoredFile>()
        .Where(file => file.CreatedBy == userId && !context.Set<FileUse>().Any(use => use.FileId == file.Id))
        .ExecuteUpdateAsync(set => set.SetProperty(file => file.UnusedSince, DateTimeOffset.UnixEpoch), cancellationToken);

    /// <summary>The files of each of the owners, in the order they came in.</summary>
    public static async Task<ILookup<Guid, StoredFile>> OfAsync(
        DbContext context, string ownerKind, IReadOnlyCollection<Guid> ownerIds, CancellationToken cancellationToken)
    {
        var pairs = await (
            from use in context.Set<FileUse>()
            join file in context.Set<StoredFile>() on use.FileId equals file.Id
            where use.OwnerKind == ownerKind && ownerIds.Contains(use.OwnerId)
            orderby file.Id
            select new { use.OwnerId, File = file }).AsNoTracking().ToListAsync(cancellationToken);
        return pairs.ToLookup(pair => pair.OwnerId, pair => pair.File);
    }

    /// <summary>"40 MB", as people say it.</summary>
    public static string WordsFor(long bytes) => FileRules.Bytes(bytes);

    /// <summary>Whether browsers may show the file in place instead of saving it.</summary>
    public static bool IsShownInPlace(StoredFile file) => FileKind.IsShownInPlace(file.ContentType);

    /// <summary>An address that gives the file for five minutes to whoever has it. Ask for each request, after a look at the rights. Only ready files have one.</summary>
    public Outcome<string> AddressOf(StoredFile file, bool toSave = false)
    {
        if (file.State != FileState.Ready)
        {
            return new Refusal.Conflict(file.State == FileState.Held ? $"{file.Name} is being checked for viruses." : file.Reason ?? $"{file.Name} is not there.");
        }

        try
        {
            return stores.Of(file.Store).SignDownload(new DownloadOrder(
                file.Key, file.Name, file.ContentType, IsShownInPlace(file) && !toSave, clock.GetUtcNow() + DownloadTime));
        }
        catch (FileStoreDownException)
        {
            return FileStoreDown.ForDownloads;
        }
    }

    /// <summary>The bytes, read as they come.</summary>
    public async Task<Outcome<Stream>> OpenAsync(StoredFile file, CancellationToken cancellationToken)
    {
        try
        {
            return file.State == FileState.Ready && await stores.Of(file.Store).OpenAsync(file.Key, cancellationToken) is { } content
                ? content
                : new Refusal.NotFound();
        }
        catch (FileStoreDownException)
        {
            return FileStoreDown.ForDownloads;
        }
    }
}
