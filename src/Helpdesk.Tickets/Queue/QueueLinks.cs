using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Http.Extensions;

namespace Helpdesk.Tickets.Queue;

/// <summary>Addresses of the queue: the present filter with one thing changed. The first page has no cursor.</summary>
internal sealed class QueueLinks(QueueRequest filter)
{
    public bool IsFiltered =>
        !string.IsNullOrWhiteSpace(filter.Q) || Given(filter.Status) || Given(filter.Priority) || Given(filter.Category) || Given(filter.Assignee)
        || Given(filter.Tag) || Given(filter.Requester) || !string.IsNullOrEmpty(filter.CreatedFrom) || !string.IsNullOrEmpty(filter.CreatedTo);

    public string Cleared => Of(new QueueRequest { View = filter.View });

    public string Newest => Of(filter with { Cursor = null });

    public string Older(string cursor) => Of(filter with { Cursor = cursor });

    /// <summary>Sorts by this column; once more turns the order round.</summary>
    public string Sorted(string column) =>
        Of(filter with { Cursor = null, Sort = filter.Sort == $"-{column}" ? column : $"-{column}" });

    /// <summary>For aria-sort.</summary>
    public string Order(string column, string? standard) =>
        (string.IsNullOrEmpty(filter.Sort) ? standard : filter.Sort) is not { } sort ? "none"
        : sort == column ? "ascending"
        : sort == $"-{column}" ? "descending"
        : "none";

    /// <summary>What is filtered by, in words, each with the address without it.</summary>
    public IEnumerable<(string Text, string Without)> Chips(Func<string, string> personOf)
    {
        if (!string.IsNullOrWhiteSpace(filter.Q))
        {
            yield return ($"“{filter.Q.Trim()}”", Of(filter with { Q = null, Cursor = null }));
        }

        foreach (var word in filter.Status ?? [])
        {
            yield return ($"Status: {(Words.Read<TicketStatus>(word) is { } status ? StatusWords.ForStaff(status) : word)}", Of(filter with { Status = Less(filter.Status, word), Cursor = null }));
        }

        foreach (var word in filter.Priority ?? [])
        {
            yield return ($"Priority: {(Words.Read<TicketPriority>(word) is { } priority ? StatusWords.Of(priority) : word)}", Of(filter with { Priority = Less(filter.Priority, word), Cursor = null }));
        }

        foreach (var word in filter.Category ?? [])
        {
            yield return ($"Category: {word}", Of(filter with { Category = Less(filter.Category, word), Cursor = null }));
        }

        foreach (var word in filter.Assignee ?? [])
        {
            yield return ($"Assignee: {personOf(word)}", Of(filter with { Assignee = Less(filter.Assignee, word), Cursor = null }));
        }

        foreach (var word in filter.Tag ?? [])
        {
            yield return ($"Tag: {word}", Of(filter with { Tag = Less(filter.Tag, word), Cursor = null }));
        }

        foreach (var word in filter.Requester ?? [])
        {
            yield return ($"Requester: {word}", Of(filter with { Requester = Less(filter.Requester, word), Cursor = null }));
        }
    }

    private static string Of(QueueRequest filter)
    {
        var query = new QueryBuilder();
        Add(query, "view", filter.View);
        Add(query, "q", filter.Q);
        AddAll(query, "status", filter.Status);
        AddAll(query, "priority", filter.Priority);
        AddAll(query, "category", filter.Category);
        AddAll(query, "assignee", filter.Assignee);
        AddAll(query, "tag", filter.Tag);
        AddAll(query, "requester", filter.Requester);
        Add(query, "createdFrom", filter.CreatedFrom);
        Add(query, "createdTo", filter.CreatedTo);
        Add(query, "sort", filter.Sort);
        Add(query, "cursor", filter.Cursor);
        return $"/queue{query.ToQueryString()}";
    }

    private static void Add(QueryBuilder query, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            query.Add(name, value);
        }
    }

    private static void AddAll(QueryBuilder query, string name, string[]? values)
    {
        foreach (var value in values ?? [])
        {
            Add(query, name, value);
        }
    }

    private static bool Given(string[]? values) => values is not null && values.Any(value => !string.IsNullOrWhiteSpace(value));

    private static string[] Less(string[]? values, string value) => [.. (values ?? []).Where(other => other != value)];
}
