using Helpdesk.Platform;

namespace Helpdesk.Tickets.Data;

/// <summary>Reads the repeated values of a filter in an address. Empty ones are a form's way of saying nothing.</summary>
internal static class FilterWords
{
    public static IReadOnlyList<string> Given(string[]? values) =>
        [.. (values ?? []).Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => value.Trim()).Distinct(StringComparer.Ordinal)];

    /// <summary>The values, or null when one of the words stands for none.</summary>
    public static IReadOnlyList<T>? Read<T>(string[]? values)
        where T : struct, Enum
    {
        var read = Given(values).Select(Words.Read<T>).ToList();
        return read.Contains(null) ? null : [.. read.Select(value => value!.Value)];
    }
}
