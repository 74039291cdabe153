using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>A site with tickets of every kind, the same at each run, and the same tickets in memory to count again.</summary>
public sealed class ManyTickets(Databases databases) : Site(databases), IAsyncLifetime
{
    private const int Count = 160;

    internal Person Dana { get; private set; } = null!;

    internal Person Ana { get; private set; } = null!;

    internal Person Priya { get; private set; } = null!;

    internal Person Jonas { get; private set; } = null!;

    internal IReadOnlyList<Ticket> All { get; private set; } = [];

    internal IReadOnlyDictionary<Guid, string> Categories { get; private set; } = new Dictionary<Guid, string>();

    internal DateTimeOffset Now => Clock.GetUtcNow();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (Dana, Ana) = (await this.AgentAsync(), await this.AgentAsync("Ana Silva"));
        (Priya, Jonas) = (await this.EmployeeAsync(), await this.EmployeeAsync("Jonas Weber"));
        await WithAsync<TicketsDbContext>(FillAsync);
        await WithAsync<TicketsDbContext>(async db =>
        {
            Categories = await db.Categories.ToDictionaryAsync(category => category.Id, category => category.Name);
            All = await db.Tickets.AsNoTracking().Include(ticket => ticket.Messages).Include(ticket => ticket.Notes).AsSplitQuery().ToListAsync();
        });
    }

    private async Task FillAsync(TicketsDbContext db)
    {
        var categories = await db.Categories.OrderBy(category => category.Position).ToListAsync();
        var random = new Random(42);
        var begin = Now.AddDays(-23);
        var agent = new CurrentUser { Id = Dana.Id, IsStaff = true };
        string[] tags = ["vpn", "wifi", "door"];
        for (var i = 0; i < Count; i++)
        {
            // Some of the same moment, so that an order without an id would not be one.
            var at = begin.AddHours(i / 3 * 9);
            var requester = random.Next(2) == 0 ? Priya : Jonas;
            var ticket = Ticket.Open(
                new NewTicket
                {
                    Subject = $"Matter {i} {(i % 7 == 0 ? "printer" : "screen")}",
                    Description = Wording.Of(i % 11 == 0 ? "The größten Probleme begin." : $"Words of {i}."),
                    CategoryId = categories[random.Next(categories.Count)].Id,
                    Priority = (TicketPriority)random.Next(4),
                    RequesterId = requester.Id,
                    ParticipantIds = random.Next(5) == 0 ? [(requester == Priya ? Jonas : Priya).Id] : [],
                    Tags = [.. tags.Where(_ => random.Next(4) == 0)],
                    Channel = TicketChannel.Web,
                },
                new CurrentUser { Id = requester.Id },
                at);
            at = at.AddMinutes(random.Next(1, 600));
            if (random.Next(3) > 0)
            {
                ticket.Assign(random.Next(2) == 0 ? Dana.Id : Ana.Id, Dana.Id, at);
            }

            if (random.Next(2) == 0)
            {
                ticket.Reply(agent, Wording.Of("An answer."), TicketChannel.Web, at);
            }

            if (i % 13 == 0)
            {
                ticket.TakeNote(agent, "A hippopotamus.", TicketChannel.Web, at.AddMinutes(1));
            }

            ticket.ChangeStatus(agent, (TicketStatus)random.Next(5), at.AddMinutes(random.Next(1, 3_000)));
            db.Add(ticket);
        }

        await db.SaveChangesAsync();
    }
}
