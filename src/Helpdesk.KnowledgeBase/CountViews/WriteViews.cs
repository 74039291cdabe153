using System.Data.Common;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Helpdesk.KnowledgeBase.CountViews;

/// <summary>Writes down how often items were read: one statement every few seconds instead of one for each page.</summary>
internal sealed class WriteViews(KnowledgeBaseDbContext db, ViewCounts views) : IClockWork
{
    public static TimeSpan Pause => TimeSpan.FromSeconds(10);

    public async Task<bool> DoNextAsync(CancellationToken cancellationToken)
    {
        var taken = views.Take();
        if (taken.Count == 0)
        {
            return false;
        }

        var isWritten = false;
        try
        {
            // In their order, or two instances would wait for each other.
            await db.Database.ExecuteSqlRawAsync(
                """
                insert into kb.days_of_views (item_id, day, count)
                select item.id, read.day, sum(read.count)::int
                from unnest(@slugs, @days, @counts) as read(slug, day, count) join kb.items as item on item.slug = read.slug
                group by item.id, read.day
                order by item.id, read.day
                on conflict (item_id, day) do update set count = days_of_views.count + excluded.count
                """,
                [
                    new NpgsqlParameter("slugs", taken.Keys.Select(read => read.Slug).ToArray()),
                    new NpgsqlParameter("days", taken.Keys.Select(read => read.Day).ToArray()),
                    new NpgsqlParameter("counts", taken.Values.ToArray()),
                ],
                cancellationToken);
            isWritten = true;
        }
        finally
        {
            if (!isWritten)
            {
                views.PutBack(taken);
            }
        }

        return false;
    }
}

/// <summary>Writes the rest when the site stops, after the last page was given out.</summary>
internal sealed class WriteLastViews(IServiceScopeFactory scopes, ILogger<WriteLastViews> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<WriteViews>().DoNextAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is DbException or TimeoutException or InvalidOperationException)
        {
            // The database went before us; the others that stop with us must not be held up by it.
            logger.LogWarning("The last views could not be written down: {Reason}", exception.Message);
        }
    }
}
