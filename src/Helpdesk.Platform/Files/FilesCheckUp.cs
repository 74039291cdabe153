using System.Net.Sockets;
using Helpdesk.Platform.CheckUps;
using Helpdesk.Platform.Files.Checks;
using Helpdesk.Platform.Files.Stores;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Helpdesk.Platform.Files;

/// <summary>Whether files could be kept and scanned now.</summary>
internal sealed class FilesCheckUp(FileStores stores, FileSettings settings) : ICheckUp
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public string Name => "Files";

    public string Affects => "Uploads and downloads.";

    public async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var where = settings.Store == FileStores.S3 ? $"the bucket {settings.S3!.Bucket}" : settings.Folder;
        try
        {
            await stores.Current.TryOutAsync(patience.Token);
            if (settings.Scanner is { } scanner && !await AnswersAsync(scanner, patience.Token))
            {
                return Finding.Doubtful(
                    $"The virus scanner {scanner.Host} does not answer on port {scanner.Port}; new files are held.",
                    "Look at Files__Scanner__Host and Files__Scanner__Port, and that clamd runs.");
            }

            return Finding.Good($"Files are kept in {where}{(settings.Scanner is null ? "" : ", and scanned for viruses")}.");
        }
        catch (FileStoreDownException down)
        {
            return Finding.Broken($"Files cannot be kept in {where}: {down.InnerException!.Message}", "Look at the settings Files__…; everything but files works meanwhile.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Finding.Broken($"Files cannot be kept in {where}: it does not answer.", "Look at the settings Files__…; everything but files works meanwhile.");
        }
    }

    private static async Task<bool> AnswersAsync(ScannerSettings scanner, CancellationToken cancellationToken)
    {
        try
        {
            return await VirusScanner.AnswersAsync(scanner, cancellationToken);
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            return false;
        }
    }
}

/// <summary>A store that is away is a nuisance, and no reason to send people elsewhere.</summary>
internal sealed class FilesHealth(FileStores stores, TimeProvider clock) : IHealthCheck
{
    // A supervisor asks often; the store need not be.
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(15);

    private long lookedAt;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var last = Interlocked.Read(ref lookedAt);
        if (last != 0 && clock.GetElapsedTime(last) < GoodFor)
        {
            return HealthCheckResult.Healthy();
        }

        try
        {
            await stores.Current.TryOutAsync(cancellationToken);
            Interlocked.Exchange(ref lookedAt, clock.GetTimestamp());
            return HealthCheckResult.Healthy();
        }
        catch (FileStoreDownException)
        {
            return HealthCheckResult.Degraded();
        }
    }
}
