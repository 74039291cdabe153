using System.Text.RegularExpressions;
using Helpdesk.Platform;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;

namespace Helpdesk.Tickets.CannedAnswers;

/// <summary>Words in double braces that stand for something of the ticket at hand, such as {{requester.first_name}}.</summary>
internal static partial class Placeholders
{
    private static readonly Dictionary<string, Func<TicketView, CurrentUser, string>> Known = new()
    {
        ["requester.name"] = (ticket, _) => ticket.Requester.Name,
        ["requester.first_name"] = (ticket, _) => ticket.Requester.Name.Split(' ', 2)[0],
        ["agent.name"] = (_, agent) => agent.Name,
        ["ticket.number"] = (ticket, _) => $"#{ticket.Number}",
        ["ticket.subject"] = (ticket, _) => ticket.Subject,
        ["ticket.category"] = (ticket, _) => ticket.Category,
    };

    public static string List => string.Join(", ", Known.Keys.Select(name => $"{{{{{name}}}}}"));

    /// <summary>A sentence about the first one that stands for nothing, or null.</summary>
    public static string? Fault(string text) => Pattern().Matches(text).Select(match => match.Groups[1].Value.Trim()).FirstOrDefault(name => !Known.ContainsKey(name)) is { } unknown
        ? $"There is no placeholder {{{{{unknown}}}}}. {(Spelling.Nearest(unknown, Known.Keys) is { } meant ? $"Did you mean {{{{{meant}}}}}? " : "")}There are {List}."
        : null;

    /// <summary>The text for this ticket; what people wrote is put in as plain words, never as Markdown.</summary>
    public static string Fill(string text, TicketView ticket, CurrentUser agent) => Pattern().Replace(
        text, match => Known.TryGetValue(match.Groups[1].Value.Trim(), out var value) ? Plain(value(ticket, agent)) : match.Value);

    private static string Plain(string text) => Special().Replace(text, @"\$0");

    [GeneratedRegex(@"\{\{([^{}]{1,60})\}\}")]
    private static partial Regex Pattern();

    [GeneratedRegex(@"[\\`*_{}\[\]<>()#+!|~]")]
    private static partial Regex Special();
}
