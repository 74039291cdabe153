namespace Helpdesk.KnowledgeBase.Model;

/// <summary>Tags as items carry them: small letters, without blanks at the ends, each once.</summary>
internal static class TagNames
{
    public const int Maximum = 20;

    public static string[] Normalise(IEnumerable<string?>? tags) =>
        [.. (tags ?? []).OfType<string>().Select(Normalise).Where(tag => tag.Length > 0).Distinct(StringComparer.Ordinal)];

    public static string Normalise(string tag) => tag.Trim().ToLowerInvariant();

    /// <summary>What is wrong with them, or null.</summary>
    public static string? Fault(IReadOnlyCollection<string> normalised) =>
        normalised.Count > Maximum ? $"An item can have up to {Maximum} tags. It has {normalised.Count}."
        : normalised.Select(Fault).FirstOrDefault(fault => fault is not null);

    public static string? Fault(string normalised) =>
        normalised.Length > Tag.NameLength ? ItemRules.TooLong("A tag", Tag.NameLength, normalised.Length)
        : normalised.Any(letter => char.IsControl(letter) || letter == ',') ? "A tag contains a character that cannot be used here."
        : null;
}
