using System.Threading.Channels;
using Helpdesk.Auth.Model;
using Helpdesk.Platform.Live;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Auth.ExportData;

/// <summary>Makes the exports that wait, one at a time on each instance, woken by the database and by the clock.</summary>
internal sealed class ExportMaker(
    IServiceScopeFactory scopes, DatabaseSignals signals, ExportSettings settings, ILogger<ExportMaker> logger) : BackgroundService
{
    public const string Topic = "exports";

    private readonly Channel<bool> news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = signals.Subscribe(Topic, _ => news.Writer.TryWrite(true));
        while (!stoppingToken.IsCancellationRequested)
        {
            if (!await MadeOneAsync(stoppingToken))
            {
                using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
                waiting.CancelAfter(settings.Poll);
                Task heard = news.Reader.ReadAsync(waiting.Token).AsTask();
                await heard.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>False when nothing waits, or the database does not answer.</summary>
    private async Task<bool> MadeOneAsync(CancellationToken stoppingToken)
    {
        DataExport? claim = null;
        try
        {
            claim = await WithTableAsync(table => table.ClaimAsync(stoppingToken));
            if (claim is null)
            {
                return false;
            }

            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<MakeExport>().RunAsync(claim, stoppingToken);
            return true;
        }
        catch (LostClaimException)
        {
            return true;
        }
        catch (Exception exception)
        {
            await EndBadlyAsync(claim, exception, stoppingToken);
            return false;
        }
    }

    // Whatever is wrong with one person's data stays the matter of that export; should this fail too, the lease runs out.
    private async Task EndBadlyAsync(DataExport? claim, Exception exception, CancellationToken stoppingToken)
    {
        try
        {
            if (stoppingToken.IsCancellationRequested)
            {
                await (claim is null ? Task.CompletedTask : WithTableAsync(table => table.ReleaseAsync(claim, CancellationToken.None)));
                return;
            }

            logger.LogWarning(exception, "Attempt {Attempt} to make the export {Export} failed", claim?.Attempts, claim?.Id);
            if (claim is not null)
            {
                await WithTableAsync(table => claim.Attempts < ExportTable.Attempts
                    ? table.PostponeAsync(claim, stoppingToken)
                    : table.FailAsync(claim, stoppingToken));
            }
        }
        catch (Exception again)
        {
            logger.LogWarning("What became of the export {Export} could not be written down: {Reason}", claim?.Id, again.Message);
        }
    }

    private async Task<T> WithTableAsync<T>(Func<ExportTable, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<ExportTable>());
    }

    private async Task WithTableAsync(Func<ExportTable, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<ExportTable>());
    }
}
