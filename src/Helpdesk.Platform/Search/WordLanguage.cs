using Helpdesk.Platform.Settings;

namespace Helpdesk.Platform.Search;

/// <summary>The language whose forms of words the search knows: one of those that PostgreSQL brings along, or "simple" for none.</summary>
public static class WordLanguage
{
    /// <summary>The text search configuration that knows them.</summary>
    public const string Configuration = "platform.words";

    private static readonly string[] Languages =
    [
        "arabic", "armenian", "basque", "catalan", "danish", "dutch", "english", "finnish", "french", "german", "greek", "hindi", "hungarian", "indonesian",
        "irish", "italian", "lithuanian", "nepali", "norwegian", "portuguese", "romanian", "russian", "serbian", "simple", "spanish", "swedish", "tamil",
        "turkish", "yiddish",
    ];

    public static readonly ChoiceSetting Setting = new("search.language", "english", [.. Languages.Select(language => new SettingChoice(language, NameOf(language)))])
    {
        Area = SettingArea.KnowledgeBase,
        Label = "Language of searches",
        Help = "Whose forms of words the search knows. The words that are there are gathered anew by and by.",
    };

    /// <summary>The dictionary of PostgreSQL that takes words of the language to their stems.</summary>
    internal static string DictionaryOf(string language) => language == "simple" ? "simple" : $"{language}_stem";

    private static string NameOf(string language) => language == "simple" ? "None: words as they are written" : char.ToUpperInvariant(language[0]) + language[1..];
}

/// <summary>Words that a module keeps for its search; they are gathered anew when the language changes.</summary>
public interface IWordIndex
{
    string Name { get; }

    /// <summary>Gathers the words of some rows anew, those after the given id. The last of them, or null when there were none.</summary>
    Task<Guid?> GatherAfterAsync(Guid id, CancellationToken cancellationToken);
}
