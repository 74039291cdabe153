namespace Helpdesk.Tickets.Model;

/// <summary>Words that sort tickets: small letters, without blanks at the ends, each once.</summary>
internal static class Tags
{
    public const int Length = 50;
    public const int Maximum = 20;

    public static string[] Normalise(IEnumerable<string?>? tags) =>
        [.. (tags ?? []).OfType<string>().Select(tag => tag.Trim().ToLowerInvariant()).Where(tag => tag.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>What is wrong with them, or null.</summary>
    public static string? Fault(IReadOnlyCollection<string> normalised) =>
        normalised.Count > Maximum ? $"A ticket can have up to {Maximum} tags. It has {normalised.Count}."
        : normalised.FirstOrDefault(tag => tag.Length > Length) is { } tooLong ? TextRules.TooLong("A tag", Length, tooLong.Length)
        : normalised.Any(tag => tag.Any(letter => char.IsControl(letter) || letter == ',')) ? "A tag contains a character that cannot be used here."
        : null;
}
