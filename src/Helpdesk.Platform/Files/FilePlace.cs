namespace Helpdesk.Platform.Files;

/// <summary>Where a module keeps files of one sort, and what it takes there.</summary>
/// <param name="Prefix">How the keys in the store begin, without the last slash.</param>
/// <param name="Kinds">What may be kept there.</param>
public sealed record FilePlace(string Prefix, FileKinds Kinds)
{
    /// <summary>Bytes; null is the limit of the settings.</summary>
    public long? LargestFile { get; init; }

    /// <summary>How many files one thing may have; null is the limit of the settings.</summary>
    public int? MostFiles { get; init; }

    /// <summary>Endings with their dots, for the "accept" of a file field.</summary>
    public IEnumerable<string> Extensions => FileKind.ExtensionsOf(Kinds);

    internal bool Holds(StoredFile file) => file.Key.StartsWith(Prefix + "/", StringComparison.Ordinal);
}
