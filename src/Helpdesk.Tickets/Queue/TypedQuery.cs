using System.Globalization;
using Helpdesk.Platform;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.Queue;

/// <summary>What was typed into the filter: conditions by name, and the words that are left to look for. Or a sentence about what is not understood.</summary>
internal sealed record TypedQuery(QueueRequest Request, string? Problem)
{
    private static readonly string[] Names = ["status", "priority", "category", "assignee", "team", "tag", "requester", "created", "updated", "is"];

    private static readonly Dictionary<string, string> StatusWords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["waiting"] = "waiting_on_employee",
        ["progress"] = "in_progress",
        ["in-progress"] = "in_progress",
    };

    /// <summary>Such as: status:open assignee:me tag:vpn updated:&lt;7d "error 42".</summary>
    public static TypedQuery Read(QueueRequest request, CurrentUser reader, DateTimeOffset now)
    {
        var words = new List<string>();
        foreach (var token in Tokens(request.Q ?? ""))
        {
            // A colon inside quotes, in an address or at an end of a word is a character like others.
            if (token.Name is not { } name)
            {
                words.Add(token.Text);
                continue;
            }

            var key = name.ToLowerInvariant();
            if (FieldFilters.IsName(key))
            {
                request = request with { Field = new FieldFilters([.. request.Field?.Values ?? [], (key[FieldFilters.Prefix.Length..], token.Value)]) };
                continue;
            }

            if (!Names.Contains(key))
            {
                return new TypedQuery(request, Unknown(name, token.Text));
            }

            if (Apply(request, key, token.Value, reader, now) is not { } applied)
            {
                return new TypedQuery(request, Wrong(key, token.Value));
            }

            request = applied;
        }

        return new TypedQuery(request with { Q = string.Join(' ', words) }, null);
    }

    /// <summary>It looks for words, not only for conditions.</summary>
    public static bool HasWords(QueueRequest request, CurrentUser reader) => !string.IsNullOrWhiteSpace(Read(request, reader, DateTimeOffset.UnixEpoch).Request.Q);

    private static QueueRequest? Apply(QueueRequest request, string name, string value, CurrentUser reader, DateTimeOffset now) => name switch
    {
        "status" => request with { Status = [.. request.Status ?? [], StatusWords.GetValueOrDefault(value, value.ToLowerInvariant())] },
        "priority" => request with { Priority = [.. request.Priority ?? [], value.ToLowerInvariant()] },
        "category" => request with { Category = [.. request.Category ?? [], value] },
        "assignee" => request with { Assignee = [.. request.Assignee ?? [], value] },
        "team" => request with { Team = [.. request.Team ?? [], value] },
        "tag" => request with { Tag = [.. request.Tag ?? [], value] },
        "requester" => request with { Requester = [.. request.Requester ?? [], value.Equals("me", StringComparison.OrdinalIgnoreCase) ? reader.Id.ToString() : value] },
        "is" when value.Equals("overdue", StringComparison.OrdinalIgnoreCase) => request with { Overdue = true },
        "created" when Span(value, now) is { } span => request with { CreatedFrom = span.From ?? request.CreatedFrom, CreatedTo = span.To ?? request.CreatedTo },
        "updated" when Span(value, now) is { } span => request with { UpdatedFrom = span.From ?? request.UpdatedFrom, UpdatedTo = span.To ?? request.UpdatedTo },
        _ => null,
    };

    /// <summary>&lt;7d is younger than seven days, &gt;2w older than two weeks, 2027-03-01 that day, and with &gt;= or &lt;= from or up to it.</summary>
    private static (string? From, string? To)? Span(string value, DateTimeOffset now)
    {
        var (sign, rest) = value.StartsWith("<=", StringComparison.Ordinal) || value.StartsWith(">=", StringComparison.Ordinal) ? (value[..2], value[2..])
            : value.StartsWith('<') || value.StartsWith('>') ? (value[..1], value[1..])
            : ("", value);
        if (DateOnly.TryParseExact(rest, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            return sign switch { "<" or "<=" => (null, rest), ">" or ">=" => (rest, null), _ => (rest, rest) };
        }

        if (rest.Length < 2 || sign.Length == 0 || !int.TryParse(rest[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is 0 or > 10_000)
        {
            return null;
        }

        TimeSpan? unit = char.ToLowerInvariant(rest[^1]) switch { 'h' => TimeSpan.FromHours(1), 'd' => TimeSpan.FromDays(1), 'w' => TimeSpan.FromDays(7), _ => null };
        if (unit is not { } step)
        {
            return null;
        }

        var then = (now - (count * step)).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return sign[0] == '<' ? (then, null) : (null, then);
    }

    private static string Unknown(string name, string text)
    {
        return Spelling.Nearest(name, Names) is { } nearest
            ? $"I do not know “{name}”. Did you mean {nearest}?"
            : $"I do not know “{name}”. To look for these words, put them in quotes: \"{text}\".";
    }

    private static string Wrong(string name, string value) => name switch
    {
        "is" => $"I do not know “is:{value}”. There is is:overdue.",
        _ => $"I do not understand “{name}:{value}”. Write {name}:<7d, {name}:>2w or {name}:2027-03-01.",
    };

    private static IEnumerable<(string? Name, string Value, string Text)> Tokens(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var begin = at;
            var isQuoted = false;
            var colon = -1;
            for (; at < text.Length && (isQuoted || !char.IsWhiteSpace(text[at])); at++)
            {
                isQuoted ^= text[at] == '"';
                colon = colon < 0 && !isQuoted && text[at] == ':' ? at - begin : colon;
            }

            var token = text[begin..at];
            var value = colon < 0 ? "" : token[(colon + 1)..].Replace("\"", "", StringComparison.Ordinal).Trim();
            var isCondition = colon > 0 && value.Length > 0 && !value.StartsWith("//", StringComparison.Ordinal) && (token[..colon].All(char.IsAsciiLetter) || FieldFilters.IsName(token[..colon].ToLowerInvariant()));
            yield return isCondition ? (token[..colon], value, token) : (null, "", token);
        }
    }
}
