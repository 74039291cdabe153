using System.Threading.Channels;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.Platform.Email;

/// <summary>Sends what is due, several mails at once, woken by the database and by the clock.</summary>
internal sealed class OutboxDrain(OutboxTable table, MailDelivery delivery, MailRoutes routes, MailSettings settings, DrainPulse pulse) : BackgroundService
{
    /// <summary>A stopping host waits so long for mails that are on their way; the rest of it must fit into five seconds as well.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private readonly Channel<bool> news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Drain)
        {
            pulse.LeaveToOthers();
            return;
        }

        using var subscription = table.OnNews(() => news.Writer.TryWrite(true));
        using var abandon = new CancellationTokenSource();
        var underWay = new List<Task>(settings.Parallelism);
        while (!stoppingToken.IsCancellationRequested)
        {
            underWay.RemoveAll(mail => mail.IsCompleted);
            var isMoreDue = await RoundAsync(underWay, abandon.Token, stoppingToken);
            await WaitAsync(isMoreDue ? underWay : [], stoppingToken);
        }

        await Task.WhenAll(underWay).WaitAsync(Grace, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await abandon.CancelAsync();
    }

    /// <summary>Starts as many due mails as there is room for; true when there may be more of them.</summary>
    private async Task<bool> RoundAsync(List<Task> underWay, CancellationToken abandonToken, CancellationToken stoppingToken)
    {
        try
        {
            if (await routes.FindAsync(stoppingToken) is null)
            {
                // Where to is not said yet: the mails wait, and none of their attempts is spent.
                pulse.Beat();
                return false;
            }

            var room = settings.Parallelism - underWay.Count;
            var claims = room == 0 ? [] : await table.ClaimAsync(room, stoppingToken);
            underWay.AddRange(claims.Select(claim => Task.Run(() => delivery.DeliverAsync(claim, abandonToken), CancellationToken.None)));
            pulse.Beat();
            return claims.Count == room;
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            pulse.Missed(exception);
            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Until there is news or room for the next mail; the clock is the net for news that was lost.</summary>
    private async Task WaitAsync(List<Task> underWay, CancellationToken stoppingToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        waiting.CancelAfter(settings.Poll);
        Task sooner = underWay.Count > 0
            ? Task.WhenAny(underWay).WaitAsync(waiting.Token)
            : news.Reader.ReadAsync(waiting.Token).AsTask();
        await sooner.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
