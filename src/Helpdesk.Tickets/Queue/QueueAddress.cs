using Helpdesk.Tickets.Data;
using Microsoft.AspNetCore.WebUtilities;

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

    /// <summary>The list from its beginning, as the fields of a form.</summary>
    public IEnumerable<(string Name, string Value)> Parts =>
        Whole.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => (part.Name, part.Value!));

    private IEnumerable<(string Name, string? Value)> Whole => [("view", request.View), .. Optional(filters), ("sort", request.Sort)];

    /// <summary>This very page of the list.</summary>
    public string Here => UrlOf([("view", request.View), .. Optional(filters), ("sort", request.Sort), ("cursor", request.Cursor)]);

    public string Columns => $"{Path}/columns?back={Uri.EscapeDataString(Here)}";

    public string WithSort(string? sort) => UrlOf([("view", request.View), .. Optional(filters), ("sort", sort)]);

    public string WithCursor(string cursor) =>
        UrlOf([("view", request.View), .. Optional(filters), ("sort", request.Sort), ("cursor", cursor)]);

    /// <summary>The address of a list that a form carried, and no other page's.</summary>
    public static string Own(string? url) =>
        url is { Length: < 2_000 } && (url == Path || url.StartsWith($"{Path}?", StringComparison.Ordinal)) ? url : Path;

    /// <summary>What the query of such an address asks for.</summary>
    public static QueueRequest Read(string query)
    {
        var parts = QueryHelpers.ParseQuery(query);
        string? One(string name) => parts.TryGetValue(name, out var values) ? values.LastOrDefault(value => !string.IsNullOrEmpty(value)) : null;
        string[]? All(string name) => parts.TryGetValue(name, out var values) ? [.. values.OfType<string>()] : null;
        return new QueueRequest
        {
            View = One("view"),
            Q = One("q"),
            Status = All("status"),
            Priority = All("priority"),
            Category = All("category"),
            Assignee = All("assignee"),
            Team = All("team"),
            Tag = All("tag"),
            Requester = All("requester"),
            CreatedFrom = One("createdFrom"),
            CreatedTo = One("createdTo"),
            UpdatedFrom = One("updatedFrom"),
            UpdatedTo = One("updatedTo"),
            Overdue = bool.TryParse(One("overdue"), out var overdue) ? overdue : null,
            Field = FieldFilters.Read(parts),
            Sort = One("sort"),
        };
    }

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
        return many.SelectMany(filter => FilterWords.Given(filter.Values).Select(value => (filter.Name, value)))
            .Concat((request.Field?.Values ?? []).Select(pair => (FieldFilters.Prefix + pair.Key, pair.Value)));
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
