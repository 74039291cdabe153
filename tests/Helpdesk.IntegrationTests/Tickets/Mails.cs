using System.Text.Json;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Email;
using Helpdesk.Tickets.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>Looks into the outbox: which mails an act wrote, and what they would say now.</summary>
internal static class Mails
{
    public static MailToCompose ToCompose(this OutboxEmail row) => new(
        row.RecipientId, row.ToAddress, row.ToName, JsonDocument.Parse(row.Parameters).RootElement, new Dictionary<string, string>(),
        new MailLinks(new Uri("https://help.example.com"), "Helpdesk"));

    /// <summary>The mails that the act wrote, in order; those before count as sent long ago, so that none joins them.</summary>
    public static async Task<List<OutboxEmail>> MailsOfAsync(this Site site, Func<Task> act)
    {
        await site.WithAsync<TicketsDbContext>(db => db.Database.ExecuteSqlAsync(
            $"update platform.outbox set sent_at = coalesce(sent_at, created_at), next_attempt_at = created_at - interval '1 day'"));
        var before = (await site.OutboxAsync()).Select(row => row.Id).ToHashSet();
        await act();
        return [.. (await site.OutboxAsync()).Where(row => !before.Contains(row.Id))];
    }

    public static async Task<MailContent?> ComposeAsync(this Site site, OutboxEmail row)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var kind = scope.ServiceProvider.GetServices<IMailKind>().Single(kind => kind.Name == row.Kind);
        return await kind.ComposeAsync(row.ToCompose(), CancellationToken.None);
    }

    private static Task<List<OutboxEmail>> OutboxAsync(this Site site) => site.WithAsync<TicketsDbContext, List<OutboxEmail>>(async db =>
        await db.Set<OutboxEmail>().AsNoTracking().OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync());
}
