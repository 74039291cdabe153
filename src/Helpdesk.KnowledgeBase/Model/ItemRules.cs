using System.Globalization;
using FluentValidation;
using Helpdesk.Platform;

namespace Helpdesk.KnowledgeBase.Model;

/// <summary>Rules of what writers enter, with the sentences that they read when one is broken.</summary>
internal static class ItemRules
{
    public const string TitleName = "The title";

    /// <summary>One line that is not empty.</summary>
    public static IRuleBuilderOptions<T, string?> Line<T>(this IRuleBuilder<T, string?> rule, string name, int length) => rule
        .Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage($"Enter {char.ToLowerInvariant(name[0])}{name[1..]}.")
        .Prose(name, length)
        .Must(text => !text!.Trim().Any(IsNoPartOfALine)).WithMessage($"{name} contains a character that cannot be used here.");

    /// <summary>A text of any lines, or none.</summary>
    public static IRuleBuilderOptions<T, string?> Prose<T>(this IRuleBuilder<T, string?> rule, string name, int length) => rule
        .Must(text => text is null || text.Length <= length).WithMessage((_, text) => TooLong(name, length, text!.Length))
        .Must(text => text?.Contains('\0', StringComparison.Ordinal) != true).WithMessage($"{name} contains a character that cannot be used here.");

    public static string TooLong(string name, int limit, int length) =>
        string.Create(CultureInfo.InvariantCulture, $"{name} can have up to {limit:N0} characters. It has {length:N0}.");

    public static string Choose<T>(string name)
        where T : struct, Enum => $"Choose a {name}: {Words.Choices<T>()}.";

    private static bool IsNoPartOfALine(char character) => char.IsControl(character) || character is '\u2028' or '\u2029';
}
