using Helpdesk.Platform.Http.Errors;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Helpdesk.Platform.Http.Idempotency;

/// <summary>Takes away stored answers and counters that nobody needs any more. Several instances may do so at once: each skips what another holds.</summary>
internal sealed class HttpSweep(NpgsqlDataSource dataSource, TimeProvider clock, ILogger<HttpSweep> logger) : BackgroundService
{
    private const int BatchSize = 5_000;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    private const string Answers =
        """
        delete from platform.idempotency_keys where (caller_id, key) in (
            select caller_id, key from platform.idempotency_keys where created_at < $1 limit 5000 for update skip locked)
        """;

    private const string Counters =
        """
        delete from platform.rate_counters where key in (
            select key from platform.rate_counters where window_ends_at < $1 limit 5000 for update skip locked)
        """;

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await DeleteAsync(Answers, now - AnswerStore.Lifetime, cancellationToken);
        await DeleteAsync(Counters, now, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        while (await NextAsync(timer, stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is NpgsqlException || DatabaseTrouble.IsAway(exception))
            {
                logger.LogWarning("The sweep of old answers and counters was put off: {Reason}", exception.Message);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task DeleteAsync(string sql, DateTimeOffset before, CancellationToken cancellationToken)
    {
        int deleted;
        do
        {
            await using var command = dataSource.CreateCommand(sql);
            command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = before.UtcDateTime });
            deleted = await command.ExecuteNonQueryAsync(cancellationToken);
        }
        while (deleted == BatchSize);
    }
}
