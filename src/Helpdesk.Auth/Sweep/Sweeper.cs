using System.Data.Common;
using Helpdesk.Auth.Anonymise;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Auth.Sweep;

internal sealed class Sweeper(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Sweeper> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await SweepAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task SweepAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var removed = await scope.ServiceProvider.GetRequiredService<Broom>().SweepAsync(stoppingToken);
            logger.LogDebug("Swept {Count} ended sessions and used tokens away", removed);
            await scope.ServiceProvider.GetRequiredService<Forgetting>().RepeatAsync(stoppingToken);
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException or TimeoutException or InvalidOperationException)
        {
            logger.LogWarning("Ended sessions and used tokens stay until the next sweep: {Reason}", exception.Message);
        }
    }
}
