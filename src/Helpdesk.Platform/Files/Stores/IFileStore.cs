namespace Helpdesk.Platform.Files.Stores;

/// <summary>Keeps bytes under keys. All of it throws <see cref="FileStoreDownException"/> when the store cannot be reached or written.</summary>
internal interface IFileStore
{
    /// <summary>As a file's row and the settings call it.</summary>
    string Name { get; }

    /// <summary>Replaces what was there. The stream can be sought; it is read from where it stands.</summary>
    Task PutAsync(string key, Stream content, string contentType, CancellationToken cancellationToken);

    /// <summary>Null when nothing is kept under the key.</summary>
    Task<Stream?> OpenAsync(string key, CancellationToken cancellationToken);

    /// <summary>Null when nothing is kept under the key.</summary>
    Task<long?> SizeAsync(string key, CancellationToken cancellationToken);

    /// <summary>It does not matter whether there was something.</summary>
    Task DeleteAsync(string key, CancellationToken cancellationToken);

    /// <summary>Deletes what was kept under a folder's keys before then, and says how much.</summary>
    Task<int> DeleteOlderAsync(string folder, DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>An address that takes exactly these bytes by PUT, and nothing else.</summary>
    string SignUpload(UploadOrder order);

    /// <summary>An address that gives the bytes by GET to whoever has it.</summary>
    string SignDownload(DownloadOrder order);

    /// <summary>Throws when the store could not take a file now.</summary>
    Task TryOutAsync(CancellationToken cancellationToken);
}

/// <summary>What may be put under a key, and until when.</summary>
internal sealed record UploadOrder(string Key, string ContentType, long Size, DateTimeOffset ExpiresAt);

/// <summary>What is given out, under which name and type, and until when.</summary>
internal sealed record DownloadOrder(string Key, string Name, string ContentType, bool IsShownInPlace, DateTimeOffset ExpiresAt);

/// <summary>The store is away; files wait, and nothing else does.</summary>
internal sealed class FileStoreDownException(string store, Exception reason)
    : Exception($"The file store {store} is away: {reason.Message}", reason);
