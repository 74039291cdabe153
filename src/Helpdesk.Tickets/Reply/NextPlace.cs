using System.Text.RegularExpressions;

namespace Helpdesk.Tickets.Reply;

/// <summary>Where somebody goes after an answer: another ticket, or a list of them.</summary>
internal static partial class NextPlace
{
    private const int MaximumLength = 2_000;

    /// <summary>The way, or null when it leads anywhere else.</summary>
    public static string? Read(string? way) => way is { Length: > 0 and < MaximumLength } && Known().IsMatch(way) ? way : null;

    [GeneratedRegex(@"^(/t/\d{1,9}|/queue|/queue/play)(\?[^\s\\#]*)?\z")]
    private static partial Regex Known();
}
