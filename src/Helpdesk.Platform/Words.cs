using System.Text.Json;

namespace Helpdesk.Platform;

/// <summary>The snake_case words by which enumerations are known in the API, in addresses and in forms.</summary>
public static class Words
{
    public static string Of<T>(T value)
        where T : struct, Enum => Table<T>.Names[value];

    /// <summary>The value that the word stands for, or null; exactly as written, because a guess would hide a mistake.</summary>
    public static T? Read<T>(string? word)
        where T : struct, Enum =>
        word is not null && Table<T>.Values.TryGetValue(word, out var value) ? value : null;

    /// <summary>"low, medium, high or urgent", for sentences.</summary>
    public static string Choices<T>()
        where T : struct, Enum
    {
        var words = Table<T>.Values.Keys.ToList();
        return $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}";
    }

    private static class Table<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Names =
            Enum.GetValues<T>().ToDictionary(value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));

        public static readonly Dictionary<string, T> Values = Names.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}
