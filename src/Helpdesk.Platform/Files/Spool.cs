using System.Buffers;

namespace Helpdesk.Platform.Files;

/// <summary>Lays streams down on the disk, so that they can be read again and sought without being held in memory.</summary>
internal static class Spool
{
    private const int Piece = 81_920;

    // The framework's own name for where it lays down forms: one setting moves both.
    private static string Folder => Environment.GetEnvironmentVariable("ASPNETCORE_TEMP") ?? Path.GetTempPath();

    /// <summary>A file that is gone when it is closed, at its beginning; null when there was more than allowed.</summary>
    public static async Task<FileStream?> TakeAsync(Stream content, long most, CancellationToken cancellationToken)
    {
        var file = new FileStream(
            Path.Combine(Folder, $"helpdesk-{Guid.NewGuid():N}"),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
                BufferSize = 0,
                Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
            });
        var isWhole = false;
        try
        {
            isWhole = await CopyAsync(content, file, most, cancellationToken);
            file.Position = 0;
            return isWhole ? file : null;
        }
        finally
        {
            if (!isWhole)
            {
                await file.DisposeAsync();
            }
        }
    }

    private static async Task<bool> CopyAsync(Stream content, FileStream file, long most, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (file.Position + read > most)
                {
                    return false;
                }

                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
