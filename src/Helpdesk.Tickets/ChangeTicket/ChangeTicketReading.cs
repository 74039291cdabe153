using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Tickets.Categories;
using Helpdesk.Tickets.CategoryFields;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.OpenTicket;
using Helpdesk.Tickets.Views;

namespace Helpdesk.Tickets.ChangeTicket;

/// <summary>Turns the words of a change into the things they stand for, or says what there is no such thing of.</summary>
internal sealed class ChangeTicketReading(CategoryList categories, IUserDirectory people, ITeamDirectory teams)
{
    public async Task<Outcome<TicketChange>> ReadAsync(ChangeTicketRequest request, Ticket ticket, CurrentUser actor, CancellationToken cancellationToken)
    {
        var errors = new Dictionary<string, string[]>();
        var set = await categories.GetAsync(cancellationToken);
        var category = request.Category is null ? null : set.Find(request.Category);
        // A category that is no longer offered may stay where it is.
        if (request.Category is not null && (category is null || (!category.IsActive && category.Id != ticket.CategoryId)))
        {
            errors[nameof(request.Category)] = [OpenTicketReading.ChooseCategory];
        }

        if (request.AssigneeId is { IsNamed: true, Value: { } assignee }
            && !(await people.StaffAsync(cancellationToken)).Any(member => member.Id == assignee))
        {
            errors[nameof(request.AssigneeId)] = ["Choose an active member of the helpdesk team."];
        }

        var all = await teams.TeamsAsync(cancellationToken);
        // One that is no longer used may stay where it is.
        if (request.TeamId is { IsNamed: true, Value: { } wanted } && wanted != ticket.TeamId && !all.Any(team => team.Id == wanted && team.IsActive))
        {
            errors[nameof(request.TeamId)] = ["There is no such team."];
        }

        // Those of the category that it is in then.
        var filled = FieldsGiven.ReadChanges(category ?? set.Of(ticket.CategoryId)!, request.Fields, ticket.Extras, actor);
        foreach (var (field, sentences) in (filled.Refusal as Refusal.Invalid)?.Errors ?? new Dictionary<string, string[]>())
        {
            errors[field] = sentences;
        }

        return errors.Count > 0
            ? new Refusal.Invalid(errors)
            : new TicketChange(
                request,
                filled.Value!,
                category is null ? null : (set.NameOf(ticket.CategoryId), category.Id, category.Name),
                request.TeamId.IsNamed ? (all.Of(ticket.TeamId), all.Of(request.TeamId.Value)) : null);
    }
}

/// <summary>A change whose parts are known to exist.</summary>
internal sealed record TicketChange(ChangeTicketRequest Request, IReadOnlyList<FieldChange> Fields, (string From, Guid Id, string To)? Category, (TeamRef? From, TeamRef? To)? Team)
{
    public void Apply(Ticket ticket, CurrentUser actor, DateTimeOffset now)
    {
        if (Category is { } category)
        {
            ticket.Recategorise(category.Id, category.From, category.To, actor.Id, now);
        }

        foreach (var (field, value) in Fields)
        {
            ticket.Fill(field, value, actor.Id, now);
        }

        if (Words.Read<TicketPriority>(Request.Priority) is { } priority)
        {
            ticket.Reprioritise(priority, actor.Id, now);
        }

        if (Request.Tags is not null)
        {
            ticket.Tag(Tags.Normalise(Request.Tags), actor.Id, now);
        }

        if (Team is { } team)
        {
            ticket.GiveTo(team.To?.Id, team.From?.Name, team.To?.Name, actor.Id, now);
        }

        if (Request.AssigneeId.IsNamed)
        {
            ticket.Assign(Request.AssigneeId.Value, actor.Id, now);
        }
    }
}
