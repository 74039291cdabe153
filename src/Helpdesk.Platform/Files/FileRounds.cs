using System.Data.Common;
using Helpdesk.Platform.Files.Checks;
using Helpdesk.Platform.Files.Stores;
using Helpdesk.Platform.Http.Errors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Platform.Files;

/// <summary>Looks after files while the helpdesk serves: held ones every half minute, those to be swept every ten minutes.</summary>
internal sealed class FileRounds(IServiceScopeFactory scopes, VirusScanner scanner, TimeProvider clock, ILogger<FileRounds> logger) : BackgroundService
{
    private static readonly TimeSpan HeldEvery = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(10);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var sweep = RepeatAsync(SweepEvery, SweepAsync, stoppingToken);
        return scanner.IsThere ? Task.WhenAll(sweep, RepeatAsync(HeldEvery, ScanAsync, stoppingToken)) : sweep;
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FileSweep>().SweepAsync(cancellationToken);
    }

    private async Task ScanAsync(CancellationToken cancellationToken)
    {
        bool isMore;
        do
        {
            await using var scope = scopes.CreateAsyncScope();
            isMore = await scope.ServiceProvider.GetRequiredService<HeldFiles>().ScanNextAsync(cancellationToken);
        }
        while (isMore);
    }

    private async Task RepeatAsync(TimeSpan interval, Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await work(stoppingToken);
                }
                catch (Exception exception) when (exception is FileStoreDownException or DbException || DatabaseTrouble.IsAway(exception))
                {
                    logger.LogWarning("Looking after files was put off: {Reason}", exception.Message);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // That is how the rounds end.
        }
    }
}
