using System.Data.Common;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Tickets.TellPresence;

/// <summary>Sweeps away those of whom nothing was heard for half a minute; the table tells the open pages that they are gone.</summary>
internal sealed class PresenceClock(IServiceScopeFactory scopes, TimeProvider clock, ILogger<PresenceClock> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                timer.Period = await SweepAsync(stoppingToken) ? Pause : AfterTrouble;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task<bool> SweepAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var ended = clock.GetUtcNow() - Presence.Holds;
            await scope.ServiceProvider.GetRequiredService<TicketsDbContext>().Presences.Where(presence => presence.SeenAt <= ended).ExecuteDeleteAsync(stoppingToken);
            return true;
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException or TimeoutException or InvalidOperationException)
        {
            logger.LogWarning("Who has left a ticket is swept at the next look: {Reason}", exception.Message);
            return false;
        }
    }
}
