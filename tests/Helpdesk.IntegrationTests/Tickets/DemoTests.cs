using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Demo;
using Helpdesk.Platform.Email;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.IntegrationTests.Tickets;

public sealed class DemoTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Demo_tickets_are_made_once_fill_every_view_and_mail_nobody()
    {
        await SeedAsync();
        await SeedAsync();
        await site.WithAsync<TicketsDbContext>(async db =>
        {
            var tickets = await db.Tickets.AsNoTracking().Include(ticket => ticket.Messages).ToListAsync();
            Assert.InRange(tickets.Count, 50, 70);
            Assert.Equal(tickets.Count, tickets.Select(ticket => ticket.Subject).Distinct().Count());
            Assert.All(Enum.GetValues<TicketStatus>(), status => Assert.True(tickets.Count(ticket => ticket.Status == status) >= 3, $"{status}"));
            Assert.All(Enum.GetValues<TicketPriority>(), priority => Assert.True(tickets.Count(ticket => ticket.Priority == priority) >= 3, $"{priority}"));
            Assert.True(tickets.Count(ticket => ticket.IsOpen && ticket.AssigneeId is null) >= 5);
            Assert.True(tickets.Count(ticket => ticket.ParticipantIds.Length > 0) >= 5);
            Assert.True(await db.Notes.CountAsync() >= 10);
            Assert.All(tickets, ticket => Assert.True(ticket.TouchedAt <= site.Clock.GetUtcNow()));
            Assert.True(tickets.Max(ticket => ticket.CreatedAt) - tickets.Min(ticket => ticket.CreatedAt) > TimeSpan.FromDays(21));
            Assert.True(tickets.Sum(ticket => ticket.Messages.Count) > 2 * tickets.Count);
            Assert.Empty(await db.Set<OutboxEmail>().ToListAsync());
        });
    }

    private Task SeedAsync() => site.WithAsync<IServiceProvider>(async services =>
    {
        foreach (var part in services.GetServices<IDemoData>().OrderBy(part => part.Order))
        {
            await part.SeedAsync(CancellationToken.None);
        }
    });
}
