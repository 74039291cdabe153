using Helpdesk.Tickets.Data;

namespace Helpdesk.Tickets.Queue;

/// <summary>The address of a list: everything that was asked for, in the order of the form, so that a colleague can open the same.</summary>
internal sealed class QueueAddress(QueueRequest request)
{
    public const string Path = "/queue";

    private readonly IReadOnlyList<(string Name, string Value)> filters = [.. FiltersOf(request)];

    /// <summary>What narrows the view, value by value.</summary>
    public IReadOnlyList<(string Name, string Value)> Filters => filters;

    public string WithoutFilters => UrlOf([("view", request.View)]);

    public string FirstPage => WithSort(request.Sort);

    public string Without((string Name, string Value) filter) =>
        UrlOf([("view", request.View), .. Optional(filters.Where(each => each != filter)), ("sort", request.Sort)]);

    /// <summary>The same rows in the same order as a file.</summary>
    public string Export => $"{Path}/export{WithSort(request.Sort)[Path.Length..]}";

    /// <summary>This very page of the list.</summary>
    public string Here => UrlOf([("view", request.View), .. Optional(filters), ("sort", request.Sort), ("cursor", request.Cursor)]);

    /// <summary>Where this filter gets a name.</summary>
    public string Save => $"{Path}/views{WithSort(request.Sort)[Path.Length..]}";

    public string WithSort(string? sort) => UrlOf([("view", request.View), .. Optional(filters), ("sort", sort)]);

    public string WithCursor(string cursor) =>
        UrlOf([("view", request.View), .. Optional(filters), ("sort", request.Sort), ("cursor", cursor)]);

    private static IEnumerable<(string Name, string Value)> FiltersOf(QueueRequest request)
    {
        var many = new (string Name, string[]? Values)[]
        {
            ("q", One(request.Q)),
            ("status", request.Status),
            ("priority", request.Priority),
            ("category", request.Category),
            ("assignee", request.Assignee),
            ("team", request.Team),
            ("tag", request.Tag),
            ("requester", request.Requester),
            ("createdFrom", One(request.CreatedFrom)),
            ("createdTo", One(request.CreatedTo)),
            ("updatedFrom", One(request.UpdatedFrom)),
            ("updatedTo", One(request.UpdatedTo)),
            ("overdue", request.Overdue is { } overdue ? [overdue ? "true" : "false"] : null),
        };
        return many.SelectMany(filter => FilterWords.Given(filter.Values).Select(value => (filter.Name, value)));
    }

    private static string[]? One(string? value) => value is null ? null : [value];

    private static IEnumerable<(string Name, string? Value)> Optional(IEnumerable<(string Name, string Value)> parts) =>
        parts.Select(part => (part.Name, (string?)part.Value));

    private static string UrlOf(IEnumerable<(string Name, string? Value)> parts)
    {
        var query = string.Join('&', parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
        return query.Length == 0 ? Path : $"{Path}?{query}";
    }
}
