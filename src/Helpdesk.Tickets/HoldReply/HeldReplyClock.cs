using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Tickets.HoldReply;

/// <summary>Looks each second for replies whose time has come.</summary>
internal sealed class HeldReplyClock(IServiceScopeFactory scopes, TimeProvider clock, ILogger<HeldReplyClock> logger) : BackgroundService
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
                timer.Period = await PostAsync(stoppingToken) ? Pause : AfterTrouble;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task<bool> PostAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var posting = scope.ServiceProvider.GetRequiredService<PostHeldReplies>();
            while (await posting.PostNextAsync(stoppingToken))
            {
            }

            return true;
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException or TimeoutException or InvalidOperationException)
        {
            logger.LogWarning("Held replies wait for the next look: {Reason}", exception.Message);
            return false;
        }
    }
}
