using Helpdesk.Auth.Data;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Admin;

/// <summary>A site with tickets of 2025, many of them around the days on which clocks were moved, and of the last months; the same at each run.</summary>
public sealed class ReportedTickets(Databases databases) : Site(databases), IAsyncLifetime
{
    private const int Count = 700;

    private static readonly DateTimeOffset Year = new(2025, 3, 1, 0, 0, 0, TimeSpan.Zero);

    // Vienna, Los Angeles and Lord Howe Island, forward and back.
    private static readonly DateTimeOffset[] MovedClocks =
    [
        new(2025, 3, 30, 1, 0, 0, TimeSpan.Zero), new(2025, 10, 26, 1, 0, 0, TimeSpan.Zero),
        new(2025, 3, 9, 10, 0, 0, TimeSpan.Zero), new(2025, 11, 2, 9, 0, 0, TimeSpan.Zero),
        new(2025, 4, 5, 15, 0, 0, TimeSpan.Zero), new(2025, 10, 4, 15, 30, 0, TimeSpan.Zero),
    ];

    private Person[] agents = [];
    private Guid[] teams = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        agents = [await this.AgentAsync("Zoe Zimmer"), await this.AgentAsync("Ana Silva"), await this.AgentAsync("=Max")];
        teams = [await this.TeamAsync("Networks"), await this.TeamAsync("Desk")];
        var requester = await this.EmployeeAsync();
        await WithAsync<TicketsDbContext>(db => FillAsync(db, requester));
        var item = await this.WriteAsync(agents[0], new NewItem("Trumpet care"));
        await WithAsync<KnowledgeBaseDbContext>(async db =>
        {
            var random = new Random(7);
            db.AddRange(Enumerable.Range(0, 90).Select(_ => new Deflection { Id = Guid.CreateVersion7(), ItemId = item.Id, ReaderId = requester.Id, SolvedAt = AnyTime(random) }));
            await db.SaveChangesAsync();
        });
    }

    /// <summary>An administrator who lives there.</summary>
    public async Task<Person> AdminInAsync(string timeZone)
    {
        var admin = await this.AdminAsync($"Admin of {timeZone}");
        await WithAsync<AuthDbContext>(async db =>
            await db.Users.Where(user => user.Id == admin.Id).ExecuteUpdateAsync(set => set.SetProperty(user => user.TimeZone, timeZone)));
        return admin;
    }

    private async Task FillAsync(TicketsDbContext db, Person requester)
    {
        var categories = await db.Categories.ToListAsync();
        // Nothing is answered or resolved that lies ahead.
        var (random, today) = (new Random(42), Clock.Now());
        for (var i = 0; i < Count; i++)
        {
            var at = AnyTime(random);
            var ticket = Ticket.Open(
                new NewTicket
                {
                    Subject = $"Matter {i}",
                    Description = Wording.Of("Words."),
                    CategoryId = categories[random.Next(categories.Count)].Id,
                    RequesterId = requester.Id,
                    Channel = (TicketChannel)random.Next(3),
                },
                new CurrentUser { Id = requester.Id },
                at);
            var agent = agents[random.Next(agents.Length)];
            var now = at.AddSeconds(random.Next(30, 400_000));
            ticket.GiveTo(random.Next(3) == 0 ? null : teams[random.Next(teams.Length)], null, "a team", agent.Id, now);
            ticket.Assign(random.Next(4) == 0 ? null : agent.Id, agent.Id, now);
            var actor = new CurrentUser { Id = agent.Id, IsStaff = true };
            if (random.Next(4) > 0 && now < today)
            {
                ticket.Reply(actor, Wording.Of("An answer."), TicketChannel.Web, now);
            }

            now = now.AddSeconds(random.Next(60, 600_000));
            if (random.Next(5) > 0 && now < today)
            {
                ticket.ChangeStatus(actor, TicketStatus.Resolved, now);
                if (random.Next(8) == 0)
                {
                    ticket.ChangeStatus(actor, TicketStatus.InProgress, now.AddMinutes(5));
                }
            }

            db.Add(ticket);
        }

        await db.SaveChangesAsync();
    }

    private DateTimeOffset AnyTime(Random random) => random.Next(4) switch
    {
        0 => MovedClocks[random.Next(MovedClocks.Length)].AddSeconds(random.Next(-100_000, 100_000)),
        1 => Clock.Now().AddSeconds(-random.Next(10, 70 * 86_400)),
        _ => Year.AddSeconds(random.Next(275 * 86_400)),
    };
}
