namespace Helpdesk.Platform.Files.Stores;

/// <summary>The stores that the settings know. New files go to one of them; what lies in the other is still found.</summary>
internal sealed class FileStores(FileSettings settings, LocalFileStore local, S3FileStore? s3 = null)
{
    public const string Local = "local";
    public const string S3 = "s3";

    /// <summary>Where new files go.</summary>
    public IFileStore Current => Of(settings.Store);

    public IFileStore Of(string name) => name switch
    {
        Local => local,
        S3 when s3 is not null => s3,
        S3 => throw new FileStoreDownException(S3, new SettingsException("Files__S3__Bucket is not set, but files lie there.")),
        _ => throw new InvalidOperationException($"There is no file store \"{name}\"."),
    };
}
