using System.Buffers;
using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Helpdesk.Platform.Files.Checks;

/// <summary>What the scanner says of a file.</summary>
internal enum ScanResult
{
    Clean,
    Infected,

    /// <summary>It could not be asked; the file waits.</summary>
    NotScanned,
}

/// <summary>Asks a clamd by INSTREAM: the bytes go in pieces, each with its length before it, and a piece of none at the end.</summary>
internal sealed class VirusScanner(FileSettings settings)
{
    private const int Piece = 65_536;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Everything is clean to a helpdesk without a scanner.</summary>
    public async Task<ScanResult> ScanAsync(Stream content, CancellationToken cancellationToken)
    {
        if (settings.Scanner is not { } scanner)
        {
            return ScanResult.Clean;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            content.Position = 0;
            var answer = await AskAsync(scanner, content, patience.Token);
            return answer.EndsWith(" OK", StringComparison.Ordinal) ? ScanResult.Clean
                : answer.EndsWith(" FOUND", StringComparison.Ordinal) ? ScanResult.Infected
                : ScanResult.NotScanned;
        }
        catch (Exception exception) when (exception is SocketException or IOException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return ScanResult.NotScanned;
        }
    }

    /// <summary>Whether a clamd answers where the settings say.</summary>
    public static async Task<bool> AnswersAsync(ScannerSettings scanner, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(scanner.Host, scanner.Port, cancellationToken);
        await client.GetStream().WriteAsync("zPING\0"u8.ToArray(), cancellationToken);
        return await ReadAsync(client.GetStream(), cancellationToken) == "PONG";
    }

    private static async Task<string> AskAsync(ScannerSettings scanner, Stream content, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(scanner.Host, scanner.Port, cancellationToken);
        var stream = client.GetStream();
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellationToken);
        var buffer = ArrayPool<byte>.Shared.Rent(Piece + sizeof(uint));
        try
        {
            int read;
            do
            {
                read = await content.ReadAsync(buffer.AsMemory(sizeof(uint), Piece), cancellationToken);
                BinaryPrimitives.WriteUInt32BigEndian(buffer, (uint)read);
                await stream.WriteAsync(buffer.AsMemory(0, read + sizeof(uint)), cancellationToken);
            }
            while (read > 0);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return await ReadAsync(stream, cancellationToken);
    }

    private static async Task<string> ReadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        return (await reader.ReadToEndAsync(cancellationToken)).Trim('\0', '\n', ' ');
    }
}
