using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Demo;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Demo;

/// <summary>Some weeks of a small company's troubles. Nobody gets mail for them.</summary>
internal sealed class DemoTickets(TicketsDbContext db, IUserDirectory people, ITeamDirectory teams, TimeProvider clock) : IDemoData
{
    private const string Domain = "@demo.example";
    private const int MostPeople = 100;

    private static readonly TimeSpan OldestFinished = TimeSpan.FromDays(56);
    private static readonly TimeSpan OldestOpen = TimeSpan.FromDays(6);

    public int Order => 30;

    public async Task<IReadOnlyList<string>> SeedAsync(CancellationToken cancellationToken)
    {
        var cards = (await people.SearchAsync(Domain, MostPeople, cancellationToken))
            .Where(card => card.Email.EndsWith(Domain, StringComparison.OrdinalIgnoreCase) && card.IsActive)
            .OrderBy(card => card.Email, StringComparer.Ordinal).ToList();
        var employees = cards.Where(card => !card.IsStaff).Select(UserOf).ToList();
        var agents = cards.Where(card => card.IsStaff).Select(UserOf).ToList();
        var ids = employees.Select(person => person.Id).ToList();
        if (employees.Count == 0 || agents.Count == 0 || await db.Tickets.AnyAsync(ticket => ids.Contains(ticket.RequesterId), cancellationToken))
        {
            return [];
        }

        var categories = await db.Categories.AsNoTracking().ToDictionaryAsync(category => category.Name, category => category.Id, cancellationToken);
        var other = categories.Values.First();
        var fields = (await db.ExtraFields.AsNoTracking().Where(field => field.RemovedAt == null).ToListAsync(cancellationToken)).ToLookup(field => field.CategoryId);
        var all = await teams.TeamsAsync(cancellationToken);
        var matters = AllMixed();
        var now = clock.Now();
        for (var i = 0; i < matters.Count; i++)
        {
            var company = new DemoCompany(employees, agents, i);
            var category = categories.GetValueOrDefault(matters[i].Category, other);
            var ticket = Play(matters[i], category, DemoFields.ValuesOf(fields[category], i), company, BeginOf(matters[i], i, now), now);
            // A team is named as the category that it works on; another takes the rest.
            var team = all.FirstOrDefault(team => team.Name == matters[i].Category) ?? all.LastOrDefault(team => team.IsActive);
            ticket.GiveTo(team?.Id, null, team?.Name, null, ticket.TouchedAt);
            db.Add(ticket);
        }

        await db.SaveChangesAsync(cancellationToken);
        return [$"{matters.Count} tickets"];
    }

    /// <summary>The kinds in turn, so that the queue does not come in blocks; the same at every run.</summary>
    private static List<DemoMatter> AllMixed()
    {
        DemoMatter[][] kinds = [HardwareMatters.All, SoftwareMatters.All, AccessMatters.All, NetworkMatters.All];
        return [.. Enumerable.Range(0, kinds.Max(kind => kind.Length)).SelectMany(i => kinds.Where(kind => i < kind.Length).Select(kind => kind[i]))];
    }

    private static DateTimeOffset BeginOf(DemoMatter matter, int index, DateTimeOffset now)
    {
        var random = new Random(index + 1);
        var isFinished = matter.Ends is TicketStatus.Closed || matter.Steps.Any(step => step.Status == TicketStatus.Resolved);
        return now - (isFinished
            ? TimeSpan.FromDays(3) + (OldestFinished * random.NextDouble())
            : TimeSpan.FromMinutes(30) + (OldestOpen * random.NextDouble()));
    }

    private static Ticket Play(DemoMatter matter, Guid categoryId, string extras, DemoCompany company, DateTimeOffset begin, DateTimeOffset now)
    {
        var ticket = Ticket.Open(
            new NewTicket
            {
                Subject = matter.Subject,
                Description = Wording.Of(matter.Description),
                CategoryId = categoryId,
                Extras = extras,
                Priority = matter.Priority,
                RequesterId = company.Requester.Id,
                ParticipantIds = [.. company.Others.Take(matter.CopiedIn).Select(person => person.Id)],
                Tags = matter.Tags,
                Channel = TicketChannel.Web,
            },
            company.Requester,
            begin);

        // Each step takes a part of the time that is left, so that the last one is not in the future.
        var random = new Random(matter.Subject.Length);
        var at = begin;
        foreach (var step in matter.Steps)
        {
            at += Between(at, now, random);
            if (step.Voice != DemoVoice.Requester && ticket.AssigneeId is null)
            {
                ticket.Take(company.Agent, at);
                at += TimeSpan.FromMinutes(2);
            }

            Say(ticket, step, company, at);
        }

        if (matter.Ends is { } end && end != ticket.Status)
        {
            at += Between(at, now, random);
            ticket.ChangeStatus(end == TicketStatus.Closed ? company.Requester : company.Agent, end, at);
        }

        return ticket;
    }

    private static void Say(Ticket ticket, DemoStep step, DemoCompany company, DateTimeOffset at)
    {
        if (step.Voice == DemoVoice.Note)
        {
            ticket.TakeNote(company.Colleague, step.Text, TicketChannel.Web, at);
            return;
        }

        var writer = step.Voice == DemoVoice.Agent ? company.Agent : company.Requester;
        ticket.Reply(writer, Wording.Of(step.Text), TicketChannel.Web, at, step.Status);
    }

    private static TimeSpan Between(DateTimeOffset at, DateTimeOffset now, Random random)
    {
        var longest = Math.Min((now - at).TotalMinutes / 6, 20 * 60);
        return TimeSpan.FromMinutes(Math.Max(0.5, longest * (0.2 + (0.8 * random.NextDouble()))));
    }

    private static CurrentUser UserOf(UserCard card) => new() { Id = card.Id, Name = card.Name, Email = card.Email, IsStaff = card.IsStaff };

    /// <summary>Who plays which part in the matter with this index.</summary>
    private sealed class DemoCompany(List<CurrentUser> employees, List<CurrentUser> agents, int index)
    {
        public CurrentUser Requester => employees[index % employees.Count];

        public CurrentUser Agent => agents[index / 2 % agents.Count];

        public CurrentUser Colleague => agents[((index / 2) + 1) % agents.Count];

        public IEnumerable<CurrentUser> Others => employees.Skip(1).Select((_, i) => employees[(index + i + 1) % employees.Count]);
    }
}
