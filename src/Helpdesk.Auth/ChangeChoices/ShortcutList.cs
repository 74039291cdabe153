namespace Helpdesk.Auth.ChangeChoices;

/// <summary>The keys that pages know, for the printed list; the help that "?" opens tells those of the page at hand.</summary>
internal static class ShortcutList
{
    private static readonly (string Title, bool IsForStaff, (string[] Chord, string What, bool IsForStaff)[] Keys)[] All =
    [
        ("Go to", false,
        [
            (["g", "h"], "Home", false),
            (["g", "q"], "Queue", true),
            (["g", "m"], "My tickets", false),
            (["g", "k"], "Knowledge base", false),
            (["g", "n"], "Notifications", false),
            (["c"], "New ticket", false),
            (["/"], "Search or filter", false),
            (["?"], "Help for this page", false),
        ]),
        ("In the list", true,
        [
            (["j"], "Next ticket", true),
            (["k"], "Previous ticket", true),
            (["o"], "Open the ticket", true),
            (["Home"], "First ticket", true),
            (["End"], "Last ticket", true),
            (["Space"], "Look at the ticket", true),
            (["x"], "Select the ticket", true),
            (["Shift", "x"], "Select up to the ticket", true),
            (["a"], "Assign", true),
            (["s"], "Status", true),
            (["p"], "Priority", true),
            (["t"], "Add tags", true),
            (["m"], "Macro", true),
            (["Shift", "m"], "Merge", true),
            (["v"], "Views", true),
            (["Shift", "v"], "Save view", true),
            (["z"], "Undo", true),
        ]),
        ("On a ticket", false,
        [
            (["r"], "Reply", false),
            (["n"], "Internal note", true),
            (["i"], "Take", true),
            (["a"], "Assignee", true),
            (["s"], "Status", true),
            (["p"], "Priority", true),
            (["t"], "Tags", true),
            (["m"], "Macro", true),
            (["q"], "Quote what is selected", true),
            (["y"], "Copy the link", true),
            (["."], "More actions", true),
            (["/"], "In a text, at the beginning of a line: macro, answer or article", true),
            (["@"], "In a text: mention somebody", true),
            (["u"], "Back to the list", true),
            (["["], "Previous in the list", true),
            (["]"], "Next in the list", true),
            (["Ctrl", "Enter"], "Send", false),
            (["Ctrl", "Shift", "Enter"], "Send, resolve and go on", true),
        ]),
    ];

    public static IReadOnlyList<(string Title, IReadOnlyList<(string[] Chord, string What)> Keys)> For(bool isStaff) =>
    [
        .. All.Where(part => isStaff || !part.IsForStaff)
            .Select(part => (part.Title, (IReadOnlyList<(string[], string)>)[.. part.Keys.Where(key => isStaff || !key.IsForStaff).Select(key => (key.Chord, key.What))])),
    ];
}
