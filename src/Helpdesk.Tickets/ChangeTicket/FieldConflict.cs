using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;

namespace Helpdesk.Tickets.ChangeTicket;

/// <summary>A field that two people changed to different values.</summary>
internal sealed record FieldConflict(string Field, string Yours, string Theirs, string Who)
{
    /// <summary>What the form wants to change although somebody else has changed it since.</summary>
    public static IReadOnlyList<FieldConflict> Between(FieldsForm form, TicketDetailView ticket)
    {
        var now = FieldValues.Of(ticket);
        return
        [
            .. form.Changed
                .Where(field => now[field] != form.Seen[field] && now[field] != form[field])
                .Select(field => new FieldConflict(field, form[field], now[field], WhoChanged(field, ticket))),
        ];
    }

    private static string WhoChanged(string field, TicketDetailView ticket)
    {
        var kind = field switch
        {
            "Status" => TicketEventKind.StatusChanged,
            "Priority" => TicketEventKind.PriorityChanged,
            "Category" => TicketEventKind.CategoryChanged,
            "Assignee" => TicketEventKind.Assigned,
            "Team" => TicketEventKind.TeamChanged,
            _ => TicketEventKind.TagsChanged,
        };
        return ticket.Events.LastOrDefault(change => change.Kind == kind)?.Actor?.Name ?? Helpdesk.Tickets.Views.Names.Somebody.ToLowerInvariant();
    }
}
