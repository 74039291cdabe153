using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Tickets.Search;

/// <summary>Looks each minute for words that were not known yet.</summary>
internal sealed class KnownWordsClock(IServiceScopeFactory scopes, TimeProvider clock, ILogger<KnownWordsClock> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    // A million tickets that are there already must not keep the database from answering.
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(50);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            do
            {
                await GatherAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task GatherAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var gathering = scope.ServiceProvider.GetRequiredService<GatherKnownWords>();
            while (await gathering.GatherNextAsync(stoppingToken))
            {
                await Task.Delay(Rest, clock, stoppingToken);
            }
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException or TimeoutException or InvalidOperationException)
        {
            logger.LogWarning("Words wait for the next look: {Reason}", exception.Message);
        }
    }
}
