using Helpdesk.Tickets.Views;

namespace Helpdesk.Tickets.Macros;

/// <summary>A macro as its form holds it: what is empty stays as it is.</summary>
internal sealed record MacroForm
{
    public string Name { get; init; } = "";

    public string? Status { get; init; }

    public string? Priority { get; init; }

    public string? Category { get; init; }

    public string? Assignee { get; init; }

    public string? Team { get; init; }

    public string? AddTags { get; init; }

    public string? RemoveTags { get; init; }

    public string? Reply { get; init; }

    public string Sharing { get; init; } = SharingWords.Own;

    public static MacroForm Of(MacroView macro) => new()
    {
        Name = macro.Name,
        Status = macro.Change.Status,
        Priority = macro.Change.Priority,
        Category = macro.Change.Category,
        Assignee = macro.Change.Assignee,
        Team = macro.Change.Team,
        AddTags = string.Join(", ", macro.Change.AddTags),
        RemoveTags = string.Join(", ", macro.Change.RemoveTags),
        Reply = macro.Reply,
        Sharing = macro.Sharing,
    };

    public SaveMacroRequest ToRequest() => new()
    {
        Name = Name,
        Reply = Reply ?? "",
        Sharing = Sharing,
        Change = new MacroChange
        {
            Status = Given(Status),
            Priority = Given(Priority),
            Category = Given(Category),
            Assignee = Given(Assignee),
            Team = Given(Team),
            AddTags = Split(AddTags),
            RemoveTags = Split(RemoveTags),
        },
    };

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static List<string> Split(string? text) => [.. (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
