namespace Helpdesk.Platform.Files;

/// <summary>What is said while the store is away. Everything else goes on.</summary>
public static class FileStoreDown
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(30);

    public static Refusal ForUploads { get; } = new Refusal.Later("Files cannot be added right now. You can send without them.", Wait, HouseIsFull: true);

    public static Refusal ForDownloads { get; } = new Refusal.Later("Files cannot be opened right now. Try again in a minute.", Wait, HouseIsFull: true);
}
