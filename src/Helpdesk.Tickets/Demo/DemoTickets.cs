using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Demo;
using Helpdesk.Tickets.Categories;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Demo;

/// <summary>Tickets of a made-up company, told through the tickets' own rules; nobody is mailed for them.</summary>
internal sealed class DemoTickets(TicketsDbContext db, IUserDirectory people, CategoryList categories, TimeProvider clock) : IDemoData
{
    private const int MostPeople = 50;

    public int Order => 30;

    public async Task<IReadOnlyList<string>> SeedAsync(CancellationToken cancellationToken)
    {
        var all = await people.SearchAsync("@demo.example", MostPeople, cancellationToken);
        var employees = all.Where(person => !person.IsStaff).OrderBy(person => person.Email, StringComparer.Ordinal).ToList();
        var agents = all.Where(person => person.IsStaff).OrderBy(person => person.Email, StringComparer.Ordinal).ToList();
        if (employees.Count == 0 || agents.Count == 0 || await db.Tickets.AnyAsync(cancellationToken))
        {
            return [];
        }

        var set = await categories.GetAsync(cancellationToken);
        var stories = DemoStories.All;
        for (var i = 0; i < stories.Count; i++)
        {
            var filed = clock.GetUtcNow().AddHours(-7 * (stories.Count - i)).AddMinutes(-11 * i);
            db.Add(Tell(stories[i], employees[i % employees.Count], agents[i % agents.Count], set, filed));
            // One at a time, so that numbers follow the order in which they were filed.
            await db.SaveChangesAsync(cancellationToken);
        }

        return [$"{stories.Count} tickets"];
    }

    private static Ticket Tell(DemoStory story, UserCard employee, UserCard agent, CategorySet categories, DateTimeOffset filed)
    {
        var requester = As(employee);
        var helper = As(agent);
        var ticket = Ticket.Open(
            new NewTicket
            {
                Subject = story.Subject,
                Description = Wording.Of(story.Description),
                CategoryId = (categories.Find(story.Category) ?? categories.Active[0]).Id,
                RequesterId = requester.Id,
                Channel = TicketChannel.Web,
                Priority = story.Priority,
                Tags = story.Tags,
            },
            requester,
            filed);
        var at = filed;
        foreach (var step in story.Steps)
        {
            at = at.AddMinutes(23);
            switch (step)
            {
                case DemoStep.Take:
                    ticket.Take(helper, at);
                    break;
                case DemoStep.Say(var text, var status):
                    ticket.Reply(helper, Wording.Of(text), TicketChannel.Web, at, status);
                    break;
                case DemoStep.Answer(var text):
                    ticket.Reply(requester, Wording.Of(text), TicketChannel.Web, at);
                    break;
                case DemoStep.Remark(var text):
                    ticket.TakeNote(helper, text, TicketChannel.Web, at);
                    break;
            }
        }

        return ticket;
    }

    private static CurrentUser As(UserCard card) => new() { Id = card.Id, Name = card.Name, Email = card.Email, IsStaff = card.IsStaff };
}
