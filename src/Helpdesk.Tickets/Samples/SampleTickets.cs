using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Samples;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Samples;

/// <summary>Tickets to try the queue on. Those that are not new belong to the administrator who wanted them.</summary>
internal sealed class SampleTickets(TicketsDbContext db, IUserDirectory people, TicketRemoval removal, TimeProvider clock) : ISamples
{
    private const string OfOne = "ticket";
    private const string Tag = "sample";

    public SampleKind Kind { get; } = new(OfOne, "tickets", SampleMatters.All.Count);

    public int Order => 30;

    /// <summary>For a ticket that is being filed: that of a sample person is sample data too, such as one that was split off.</summary>
    public static async Task FollowRequesterAsync(TicketsDbContext db, Ticket ticket, CancellationToken cancellationToken)
    {
        if (await db.Set<Sample>().AnyAsync(sample => sample.Id == ticket.RequesterId, cancellationToken))
        {
            db.Add(new Sample { Id = ticket.Id, Kind = OfOne });
        }
    }

    public async Task AddAsync(CurrentUser admin, CancellationToken cancellationToken)
    {
        var ids = await db.Set<Sample>().Select(sample => sample.Id).ToListAsync(cancellationToken);
        var requesters = (await people.FindAsync(ids, cancellationToken)).Values.OrderBy(card => card.Name, StringComparer.Ordinal).ToList();
        var categories = await db.Categories.AsNoTracking().Where(category => category.IsActive).OrderBy(category => category.Position).ToListAsync(cancellationToken);
        var now = clock.Now();
        foreach (var (index, matter) in SampleMatters.All.Index())
        {
            var category = categories.Find(known => known.Name == matter.Category) ?? categories[index % categories.Count];
            var ticket = Play(matter, category.Id, requesters[index % requesters.Count].Acting(), admin, now);
            db.AddRange(ticket, new Sample { Id = ticket.Id, Kind = OfOne });
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    public Task RemoveAsync(IReadOnlyCollection<Guid> ids, CurrentUser admin, CancellationToken cancellationToken) =>
        removal.RemoveAsync(ids, admin, cancellationToken);

    private static Ticket Play(SampleMatter matter, Guid categoryId, CurrentUser requester, CurrentUser admin, DateTimeOffset now)
    {
        var ticket = Ticket.Open(
            new NewTicket
            {
                Subject = SampleMatters.Mark + matter.Subject,
                Description = Wording.Of(matter.Description),
                CategoryId = categoryId,
                Priority = matter.Priority,
                RequesterId = requester.Id,
                Tags = [Tag],
                Channel = TicketChannel.Web,
            },
            requester,
            now - matter.Age);
        matter.Then(new SampleActs(ticket, requester, admin));
        return ticket;
    }
}
