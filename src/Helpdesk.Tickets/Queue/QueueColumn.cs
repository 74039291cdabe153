namespace Helpdesk.Tickets.Queue;

/// <summary>A column of the queue beside number and subject, which are always there. Sort is the word of its order, if it has one.</summary>
internal sealed record QueueColumn(string Word, string Name, string? Sort = null)
{
    /// <summary>The beginning of the last message, behind the subject.</summary>
    public const string Preview = "preview";

    public static readonly IReadOnlyList<QueueColumn> All =
    [
        new("requester", "Requester"),
        new("category", "Category"),
        new("priority", "Priority", "priority"),
        new("status", "Status"),
        new("assignee", "Assignee"),
        new("team", "Team"),
        new("tags", "Tags"),
        new("created", "Filed", "created"),
        new("updated", "Updated", "updated"),
    ];

    /// <summary>What somebody who never chose sees.</summary>
    public static readonly IReadOnlyList<string> Standard = ["requester", "category", "priority", "status", "assignee", "updated", Preview];

    /// <summary>The chosen ones, in the order of the house.</summary>
    public static IReadOnlyList<QueueColumn> Of(IReadOnlyCollection<string> words) => [.. All.Where(column => words.Contains(column.Word))];
}
