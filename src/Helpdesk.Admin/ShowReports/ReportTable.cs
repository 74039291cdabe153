using System.Globalization;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Ui;
using Helpdesk.Tickets.Contracts;

namespace Helpdesk.Admin.ShowReports;

/// <summary>One table of the reports, the same on the page, below its chart and as a file.</summary>
/// <param name="Key">Its name in addresses.</param>
/// <param name="Title">Its heading.</param>
/// <param name="First">The heading of the first column.</param>
/// <param name="Columns">The headings of the others.</param>
/// <param name="Rows">Its lines.</param>
internal sealed record ReportTable(string Key, string Title, string First, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<ReportRow> Rows)
{
    /// <summary>All tables of a view, in the order of the page.</summary>
    public static IReadOnlyList<ReportTable> Of(ReportsView view, CurrentUser reader)
    {
        List<ReportTable> tables =
        [
            Flow(view.Parts, view.Range, reader),
            Times("first-answer", "Time to first answer", "First answers", view, reader, flow => flow.FirstAnswer),
            Times("resolution", "Time to resolution", "Resolved", view, reader, flow => flow.Resolution),
            new("backlog", "Open tickets by age", "Age", [new("Open")], [.. view.OpenByAge.Select(age => new ReportRow(ReportWords.Of(age), [age.Open]))]),
            Groups("categories", "By category", "Category", view.Categories),
            Groups("teams", "By team", "Team", view.Teams),
            Groups("channels", "By channel", "Channel", view.Channels),
        ];
        return view.Agents is { } agents ? [.. tables, Groups("agents", "By agent", "Agent", agents)] : tables;
    }

    public static ReportTable Flow(IReadOnlyList<ReportPart> parts, RangeView range, CurrentUser reader) =>
        new("flow", "Created and resolved", ReportWords.Of(range.Unit), [new("Created"), new("Resolved"), new("Asked and said solved")],
            [.. parts.Select(part => Row(part, range, reader, part.Tickets.Created, part.Tickets.Resolved, part.AskedAndSolved))]);

    public IEnumerable<string> ToCsv()
    {
        yield return Csv.Line([First, .. Columns.Select(column => column.IsTime ? $"{column.Name} (minutes)" : column.Name)]);
        foreach (var row in Rows)
        {
            yield return Csv.Line([row.Name, .. row.Values.Select(value => value?.ToString("0.##", CultureInfo.InvariantCulture))]);
        }
    }

    private static ReportTable Times(string key, string title, string counted, ReportsView view, CurrentUser reader, Func<TicketFlow, TimeSpread> spreadOf) =>
        new(key, title, ReportWords.Of(view.Range.Unit), [new(counted), new("Median", IsTime: true), new("9 of 10 within", IsTime: true)],
            [.. view.Parts.Select(part => (Part: part, Spread: spreadOf(part.Tickets)))
                .Select(row => Row(row.Part, view.Range, reader, row.Spread.Count, row.Spread.MedianMinutes, row.Spread.P90Minutes))]);

    private static ReportTable Groups(string key, string title, string first, IReadOnlyList<TicketGroup> groups) =>
        new(key, title, first,
            [new("Created"), new("Resolved"), new("First answer", IsTime: true), new("Resolution", IsTime: true)],
            [.. groups.Select(group => new ReportRow(
                group.Name, [group.Flow.Created, group.Flow.Resolved, group.Flow.FirstAnswer.MedianMinutes, group.Flow.Resolution.MedianMinutes]))]);

    private static ReportRow Row(ReportPart part, RangeView range, CurrentUser reader, params double?[] values) =>
        new(range.Unit == ReportUnit.Hour ? WhenText.Clock(part.From, range.TimeZone, reader) : WhenText.Date(part.From, range.TimeZone), values);
}

internal sealed record ReportColumn(string Name, bool IsTime = false);

/// <summary>Null is what cannot be told: there was nothing to measure.</summary>
internal sealed record ReportRow(string Name, IReadOnlyList<double?> Values);
