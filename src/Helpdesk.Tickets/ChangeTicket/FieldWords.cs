using Helpdesk.Platform;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;

namespace Helpdesk.Tickets.ChangeTicket;

/// <summary>Values of fields in the middle of a sentence.</summary>
internal static class FieldWords
{
    public static string Of(string field, string value, Func<Guid, string> nameOf) => field switch
    {
        "Status" => Words.Read<TicketStatus>(value) is { } status ? StatusWords.ForStaff(status).ToLowerInvariant() : value,
        "Priority" => Words.Read<TicketPriority>(value) is { } priority ? StatusWords.Of(priority).ToLowerInvariant() : value,
        "Assignee" => Guid.TryParse(value, out var id) ? nameOf(id) : "nobody",
        "Team" => Guid.TryParse(value, out var team) ? nameOf(team) : "no team",
        "Tags" => value.Length == 0 ? "none" : value,
        _ => value,
    };

    /// <summary>What was done, for the one who did it.</summary>
    public static string Done(IReadOnlyList<string> changed, FieldValues values, Guid doneBy, Func<Guid, string> nameOf) => changed switch
    {
        ["Status"] => Words.Read<TicketStatus>(values.Status) switch
        {
            TicketStatus.Resolved => "Resolved.",
            TicketStatus.Closed => "Closed.",
            _ => $"Status changed to {Of("Status", values.Status, nameOf)}.",
        },
        ["Assignee"] when values.Assignee == doneBy.ToString() => "Taken.",
        ["Assignee"] => $"Assigned to {Of("Assignee", values.Assignee, nameOf)}.",
        ["Team"] => $"Given to {Of("Team", values.Team, nameOf)}.",
        ["Tags"] => "Tags saved.",
        [var one] => $"{one} changed to {Of(one, values[one], nameOf)}.",
        _ => "Saved.",
    };
}
