using System.Text;
using Helpdesk.Platform.Files;
using Helpdesk.Platform.Files.Stores;

namespace Helpdesk.Platform.Trials;

internal sealed class FileTrial(FileStores stores, FileSettings settings, TimeProvider clock) : IFileTrial
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public FilePlaceView Place => new(
        settings.Store,
        settings.Store == FileStores.S3 ? $"the bucket {settings.S3!.Bucket} at {settings.S3.Endpoint?.Host ?? settings.S3.Region}" : settings.Folder,
        settings.Scanner is { } scanner ? $"{scanner.Host}, port {scanner.Port}" : null);

    public async Task<IReadOnlyList<TrialStep>> RunAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var (store, key) = (stores.Current, $"trials/{Guid.NewGuid():N}");
        var written = Encoding.UTF8.GetBytes(key);
        (string What, Func<CancellationToken, Task<string?>> Try)[] steps =
        [
            ("Write", async token =>
            {
                await store.PutAsync(key, new MemoryStream(written), "text/plain", token);
                return null;
            }),
            ("Read", async token => await ReadAsync(store, key, token) is { } read && read.SequenceEqual(written) ? null : "What came back is not what was written."),
            ("Delete", async token =>
            {
                await store.DeleteAsync(key, token);
                return null;
            }),
        ];
        var results = new List<TrialStep>(steps.Length);
        foreach (var (what, step) in steps)
        {
            var since = clock.GetTimestamp();
            var trouble = await TroubleAsync(step, patience.Token, cancellationToken);
            results.Add(new TrialStep(what, trouble is null, trouble ?? "It worked.", clock.GetElapsedTime(since)));
            if (trouble is not null)
            {
                break;
            }
        }

        return results;
    }

    private static async Task<string?> TroubleAsync(Func<CancellationToken, Task<string?>> step, CancellationToken patience, CancellationToken cancellationToken)
    {
        try
        {
            return await step(patience);
        }
        catch (FileStoreDownException down)
        {
            return down.InnerException!.Message;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"No answer within {Patience.TotalSeconds:0} seconds.";
        }
    }

    private static async Task<byte[]?> ReadAsync(IFileStore store, string key, CancellationToken cancellationToken)
    {
        await using var content = await store.OpenAsync(key, cancellationToken);
        if (content is null)
        {
            return null;
        }

        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellationToken);
        return copy.ToArray();
    }
}
