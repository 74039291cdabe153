using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Tickets.Categories;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Queue;

/// <summary>The tickets that a filter asks for, in the order that it asks for.</summary>
internal sealed record QueueQuery(IQueryable<Ticket> Tickets, TicketOrder Order);

/// <summary>Turns the words of a filter into conditions, or says which words it does not know.</summary>
internal sealed class QueueReading(TicketsDbContext db, CategoryList categories, IUserDirectory people, TeamFilter teams, TimeProvider clock)
{
    private const string None = "none";
    private const string Me = "me";
    private const int MostPeople = 200;

    public async Task<Outcome<QueueQuery>> ReadAsync(QueueRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        var errors = new Dictionary<string, string[]>();
        var typed = TypedQuery.Read(request, user, clock.GetUtcNow());
        if (typed.Problem is { } problem)
        {
            return new Refusal.Invalid(nameof(request.Q), problem);
        }

        request = typed.Request;
        var view = QueueView.Read(request.View);
        if (!string.IsNullOrEmpty(request.View) && view is null)
        {
            errors[nameof(request.View)] = [$"Choose a view: {string.Join(", ", QueueView.All.Select(known => known.Word))}."];
        }

        var sort = string.IsNullOrEmpty(request.Sort) ? view?.Sort ?? "-updated" : request.Sort;
        var order = view == QueueView.Solved ? TicketOrder.ReadOfResolved(sort, user) : TicketOrder.Read(sort, user);
        if (order is null)
        {
            errors[nameof(request.Sort)] = ["Sort by updated, created, number or priority."];
        }

        var tickets = view?.Of(db.Tickets, user, clock.GetUtcNow()) ?? db.Tickets;
        tickets = ByWords(tickets, request, errors);
        tickets = await ByCategoryAsync(tickets, request, errors, cancellationToken);
        tickets = request.Field?.Apply(tickets, await categories.GetAsync(cancellationToken), errors) ?? tickets;
        tickets = await ByAssigneeAsync(tickets, request, user, errors, cancellationToken);
        tickets = await teams.ApplyAsync(tickets, request, user, errors, cancellationToken);
        tickets = await ByRequesterAsync(tickets, request, cancellationToken);
        tickets = ByTime(tickets, request, user, errors);
        tickets = ByText(tickets, request, user, errors);
        return errors.Count > 0 ? new Refusal.Invalid(errors) : new QueueQuery(tickets, order!);
    }

    private static IQueryable<Ticket> ByWords(IQueryable<Ticket> tickets, QueueRequest request, Dictionary<string, string[]> errors)
    {
        if (FilterWords.Read<TicketStatus>(request.Status) is not { } statuses)
        {
            errors[nameof(request.Status)] = [TextRules.Choose<TicketStatus>("status")];
        }
        else if (statuses.Count > 0)
        {
            tickets = statuses.Count == 1
                ? tickets.Where(ticket => ticket.Status == statuses[0])
                : tickets.Where(ticket => statuses.Contains(ticket.Status));
        }

        if (FilterWords.Read<TicketPriority>(request.Priority) is not { } priorities)
        {
            errors[nameof(request.Priority)] = [TextRules.Choose<TicketPriority>("priority")];
        }
        else if (priorities.Count > 0)
        {
            tickets = tickets.Where(ticket => priorities.Contains(ticket.Priority));
        }

        var tags = Tags.Normalise(request.Tag);
        return tags.Length == 0 ? tickets : tickets.Where(ticket => ticket.Tags.Any(tag => tags.Contains(tag)));
    }

    private async Task<IQueryable<Ticket>> ByCategoryAsync(
        IQueryable<Ticket> tickets, QueueRequest request, Dictionary<string, string[]> errors, CancellationToken cancellationToken)
    {
        var asked = FilterWords.Given(request.Category);
        if (asked.Count == 0)
        {
            return tickets;
        }

        var set = await categories.GetAsync(cancellationToken);
        var found = asked.Select(set.Find).ToList();
        if (found.Contains(null))
        {
            errors[nameof(request.Category)] = ["Choose a category."];
            return tickets;
        }

        var ids = found.Select(category => category!.Id).ToList();
        return tickets.Where(ticket => ids.Contains(ticket.CategoryId));
    }

    private async Task<IQueryable<Ticket>> ByAssigneeAsync(
        IQueryable<Ticket> tickets, QueueRequest request, CurrentUser user, Dictionary<string, string[]> errors, CancellationToken cancellationToken)
    {
        var assignees = await AssigneesAsync(request, user, cancellationToken);
        if (Ids(assignees) is not { } people)
        {
            errors[nameof(request.Assignee)] = ["Choose somebody of the team, me or none."];
        }
        else if (assignees.Count > 0)
        {
            // One person alone is read in order from an index; a list of people would be sorted.
            tickets = assignees is [not None] ? tickets.Where(ticket => ticket.AssigneeId == people[0])
                : !assignees.Contains(None) ? tickets.Where(ticket => people.Contains(ticket.AssigneeId!.Value))
                : people.Count == 0 ? tickets.Where(ticket => ticket.AssigneeId == null)
                : tickets.Where(ticket => ticket.AssigneeId == null || people.Contains(ticket.AssigneeId!.Value));
        }

        return tickets;
    }

    /// <summary>Names become the ids of those of the team who have them; one that nobody has stays.</summary>
    private async Task<List<string>> AssigneesAsync(QueueRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        foreach (var word in FilterWords.Given(request.Assignee))
        {
            if (word is None || Guid.TryParse(word, out _))
            {
                found.Add(word);
                continue;
            }

            var named = word == Me ? [user.Id] : (await people.StaffAsync(cancellationToken))
                .Where(member => member.Name.Contains(word, StringComparison.OrdinalIgnoreCase) || member.Email.Equals(word, StringComparison.OrdinalIgnoreCase))
                .Select(member => member.Id).ToList();
            found.AddRange(named.Count == 0 ? [word] : named.Select(id => id.ToString()));
        }

        return found;
    }

    private async Task<IQueryable<Ticket>> ByRequesterAsync(
        IQueryable<Ticket> tickets, QueueRequest request, CancellationToken cancellationToken)
    {
        var asked = FilterWords.Given(request.Requester);
        if (asked.Count == 0)
        {
            return tickets;
        }

        var ids = new List<Guid>();
        foreach (var text in asked)
        {
            if (Guid.TryParse(text, out var id))
            {
                ids.Add(id);
            }
            else
            {
                ids.AddRange((await people.SearchAsync(text, MostPeople, cancellationToken)).Select(card => card.Id));
            }
        }

        return tickets.Where(ticket => ids.Contains(ticket.RequesterId));
    }

    private IQueryable<Ticket> ByTime(
        IQueryable<Ticket> tickets, QueueRequest request, CurrentUser user, Dictionary<string, string[]> errors)
    {
        const string likeThis = "Give a day like 2027-03-01, or a time like 2027-03-01T14:00:00Z.";
        if (!string.IsNullOrWhiteSpace(request.CreatedFrom))
        {
            if (FilterTime.Read(request.CreatedFrom, user) is { } from)
            {
                var first = from.Begins;
                tickets = tickets.Where(ticket => ticket.CreatedAt >= first);
            }
            else
            {
                errors[nameof(request.CreatedFrom)] = [likeThis];
            }
        }

        if (!string.IsNullOrWhiteSpace(request.CreatedTo))
        {
            if (FilterTime.Read(request.CreatedTo, user) is { } to)
            {
                var last = to.Ends;
                tickets = tickets.Where(ticket => ticket.CreatedAt < last);
            }
            else
            {
                errors[nameof(request.CreatedTo)] = [likeThis];
            }
        }

        return ByChange(tickets, request, user, errors, likeThis);
    }

    private IQueryable<Ticket> ByChange(
        IQueryable<Ticket> tickets, QueueRequest request, CurrentUser user, Dictionary<string, string[]> errors, string likeThis)
    {
        if (!string.IsNullOrWhiteSpace(request.UpdatedFrom))
        {
            if (FilterTime.Read(request.UpdatedFrom, user) is { } from)
            {
                tickets = tickets.Where(ticket => ticket.TouchedAt >= from.Begins);
            }
            else
            {
                errors[nameof(request.UpdatedFrom)] = [likeThis];
            }
        }

        if (!string.IsNullOrWhiteSpace(request.UpdatedTo))
        {
            if (FilterTime.Read(request.UpdatedTo, user) is { } to)
            {
                tickets = tickets.Where(ticket => ticket.TouchedAt < to.Ends);
            }
            else
            {
                errors[nameof(request.UpdatedTo)] = [likeThis];
            }
        }

        return request.Overdue switch
        {
            true => tickets.Overdue(clock.GetUtcNow()),
            false => tickets.NotOverdue(clock.GetUtcNow()),
            null => tickets,
        };
    }

    private IQueryable<Ticket> ByText(
        IQueryable<Ticket> tickets, QueueRequest request, CurrentUser user, Dictionary<string, string[]> errors)
    {
        var query = request.Q?.Trim() ?? "";
        if (query.Length > TextSearch.QueryLength)
        {
            errors[nameof(request.Q)] = [TextRules.TooLong("The search", TextSearch.QueryLength, query.Length)];
            return tickets;
        }

        return query.Length == 0 ? tickets : tickets.Holding(query, db, user);
    }

    /// <summary>The ids among the words, or null when one is neither an id nor "none".</summary>
    private static List<Guid>? Ids(IReadOnlyList<string> words)
    {
        var ids = new List<Guid>();
        foreach (var word in words.Where(word => word != None))
        {
            if (!Guid.TryParse(word, out var id))
            {
                return null;
            }

            ids.Add(id);
        }

        return ids;
    }
}
