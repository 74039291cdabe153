using Helpdesk.Platform.Files.Serving;

namespace Helpdesk.Platform.Files.Stores;

/// <summary>Files in a folder of this machine or a mounted volume; what it signs leads back to this site.</summary>
internal sealed class LocalFileStore(FileSettings settings, FileAddresses addresses) : IFileStore
{
    private const UnixFileMode OursOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public string Name => FileStores.Local;

    public Task PutAsync(string key, Stream content, string contentType, CancellationToken cancellationToken) => GuardedAsync(async () =>
    {
        var path = PathOf(key);
        CreateFolder(Path.GetDirectoryName(path)!);
        // Under another name until it is whole, so that nobody reads half a file; and where halves are swept.
        var part = PathOf($"{Arrivals.Folder}/{Guid.NewGuid():N}.part");
        CreateFolder(Path.GetDirectoryName(part)!);
        try
        {
            await using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, 81_920, FileOptions.Asynchronous))
            {
                await content.CopyToAsync(file, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }

        return true;
    });

    public Task<Stream?> OpenAsync(string key, CancellationToken cancellationToken) => GuardedAsync(() =>
    {
        try
        {
            return Task.FromResult<Stream?>(new FileStream(
                PathOf(key), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 81_920, FileOptions.Asynchronous | FileOptions.SequentialScan));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    });

    public Task<long?> SizeAsync(string key, CancellationToken cancellationToken) => GuardedAsync(() =>
    {
        var file = new FileInfo(PathOf(key));
        return Task.FromResult(file.Exists ? file.Length : (long?)null);
    });

    public Task DeleteAsync(string key, CancellationToken cancellationToken) => GuardedAsync(() =>
    {
        var path = PathOf(key);
        if (File.Exists(path))
        {
            File.Delete(path);
        }

        return Task.FromResult(true);
    });

    public Task<int> DeleteOlderAsync(string folder, DateTimeOffset before, CancellationToken cancellationToken) => GuardedAsync(() =>
    {
        var path = new DirectoryInfo(PathOf(folder));
        var old = path.Exists ? path.EnumerateFiles().Where(file => file.LastWriteTimeUtc < before.UtcDateTime).ToList() : [];
        old.ForEach(file => file.Delete());
        return Task.FromResult(old.Count);
    });

    public string SignUpload(UploadOrder order) => addresses.ForUpload(order);

    public string SignDownload(DownloadOrder order) => addresses.ForDownload(order);

    public Task TryOutAsync(CancellationToken cancellationToken) => GuardedAsync(async () =>
    {
        CreateFolder(settings.Folder);
        var trial = Path.Combine(settings.Folder, $".{Guid.NewGuid():N}.part");
        await File.WriteAllTextAsync(trial, "", cancellationToken);
        File.Delete(trial);
        return true;
    });

    private async Task<T> GuardedAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FileStoreDownException(Name, exception);
        }
    }

    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OursOnly);
        }
    }

    // Keys are made by us; should one ever not be, it still may not lead out of the folder.
    private string PathOf(string key)
    {
        var path = Path.GetFullPath(Path.Combine(settings.Folder, key));
        return path.StartsWith(settings.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new InvalidOperationException($"The key \"{key}\" leads out of the store.");
    }
}
