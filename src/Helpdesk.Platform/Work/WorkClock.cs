using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Platform.Work;

/// <summary>Looks again and again whether there is something to do; trouble with the database makes it wait longer.</summary>
internal sealed class WorkClock<T>(IServiceScopeFactory scopes, TimeProvider clock, ILogger<WorkClock<T>> logger) : BackgroundService
    where T : IClockWork
{
    private static readonly TimeSpan ShortestAfterTrouble = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(T.Pause, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                timer.Period = await WorkAsync(stoppingToken) || T.Pause > ShortestAfterTrouble ? T.Pause : ShortestAfterTrouble;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task<bool> WorkAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var work = scope.ServiceProvider.GetRequiredService<T>();
            while (await work.DoNextAsync(stoppingToken))
            {
                if (T.Rest > TimeSpan.Zero)
                {
                    await Task.Delay(T.Rest, clock, stoppingToken);
                }
            }

            return true;
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException or TimeoutException or InvalidOperationException)
        {
            logger.LogWarning("{Work} waits for the next look: {Reason}", typeof(T).Name, exception.Message);
            return false;
        }
    }
}
