using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Tickets.Data;

/// <summary>Work that lies in a table and is done piece by piece, by whichever instance takes a piece first.</summary>
internal interface IClockWork
{
    /// <summary>True when there was a piece.</summary>
    Task<bool> DoNextAsync(CancellationToken cancellationToken);
}

/// <summary>Looks each second whether there is something to do.</summary>
internal sealed class WorkClock<T>(IServiceScopeFactory scopes, TimeProvider clock, ILogger<WorkClock<T>> logger) : BackgroundService
    where T : IClockWork
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                timer.Period = await WorkAsync(stoppingToken) ? Pause : AfterTrouble;
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
