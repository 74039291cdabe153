using Helpdesk.Platform.Files;
using Helpdesk.Platform.Files.Stores;

namespace Helpdesk.Platform.CheckUps;

internal sealed class DiskCheckUp(FileSettings files) : ICheckUp
{
    private const long Little = 1L << 30;

    public string Name => "Disk";

    public string Affects => "Uploads, and whatever else lies on it.";

    public Task<Finding> LookAsync(CancellationToken cancellationToken) => Task.FromResult(Look());

    private Finding Look()
    {
        try
        {
            // With a bucket nothing but uploads on their way lie here.
            var folder = Path.GetFullPath(files.Store == FileStores.S3 ? Path.GetTempPath() : files.Folder);
            var drive = new DriveInfo(folder);
            var free = FileShelf.WordsFor(drive.AvailableFreeSpace);
            return drive.AvailableFreeSpace < Little
                ? Finding.Doubtful($"{free} are left on the disk of {folder}.", "Make room, or move the files to a bigger one.")
                : Finding.Good($"{free} are free on the disk of {folder}.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Finding.Doubtful("The free room on the disk cannot be read.", "Look at Files__Folder.");
        }
    }
}
