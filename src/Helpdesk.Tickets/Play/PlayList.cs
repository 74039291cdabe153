using System.Globalization;
using Helpdesk.Tickets.Queue;
using Microsoft.AspNetCore.WebUtilities;

namespace Helpdesk.Tickets.Play;

/// <summary>A list that is worked off: the filter as in the queue's address, and the numbers that were seen.</summary>
internal sealed record PlayList(string Filter, IReadOnlyList<int> Skipped)
{
    public const string Path = $"{QueueAddress.Path}/play";

    private const string Skip = "skip";
    private const int MaximumLength = 4_000;

    public string Query => $"{Filter}{string.Concat(Skipped.Select(number => $"&{Skip}={number}"))}";

    public string Queue => Filter.Length == 0 ? QueueAddress.Path : $"{QueueAddress.Path}?{Filter}";

    /// <summary>Where it goes on behind this ticket.</summary>
    public string After(int number) => $"{Path}?{(this with { Skipped = [.. Skipped.Where(each => each != number).TakeLast(PlayHandler.MostSkipped - 1), number] }).Query}";

    /// <summary>Only what a list has; nothing of it leads elsewhere.</summary>
    public static PlayList Read(string? query)
    {
        var text = query is { Length: < MaximumLength } ? query.TrimStart('?') : "";
        var numbers = QueryHelpers.ParseQuery(text).TryGetValue(Skip, out var values)
            ? values.Select(value => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).Where(number => number > 0).ToList()
            : [];
        var address = new QueueAddress(QueueAddress.Read(text)).FirstPage;
        return new PlayList(address.Length == QueueAddress.Path.Length ? "" : address[(QueueAddress.Path.Length + 1)..], numbers);
    }
}
