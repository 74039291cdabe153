using System.Globalization;
using FluentValidation;
using Helpdesk.Platform;

namespace Helpdesk.Tickets.Model;

/// <summary>Rules of texts that people write, with the sentences that they read when one is broken.</summary>
internal static class TextRules
{
    public static IRuleBuilderOptions<T, string> Line<T>(this IRuleBuilderInitial<T, string> rule, string name, int length) => rule
        .Cascade(CascadeMode.Stop)
        .Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage($"Enter a {name.ToLowerInvariant()}.")
        .Must(text => text.Trim().Length <= length).WithMessage((_, text) => TooLong(name, length, text.Trim().Length))
        .Must(text => !text.Trim().Any(IsNoPartOfALine)).WithMessage($"{name} contains a character that cannot be used here.");

    public static IRuleBuilderOptions<T, string> Markdown<T>(this IRuleBuilderInitial<T, string> rule, string name, string missing) => rule
        .Cascade(CascadeMode.Stop)
        .Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage(missing)
        .Must(text => text.Length <= Message.BodyLength).WithMessage((_, text) => TooLong(name, Message.BodyLength, text.Length))
        .Must(text => !text.Contains('\0', StringComparison.Ordinal)).WithMessage($"{name} contains a character that cannot be used here.");

    public static string TooLong(string name, int limit, int length) =>
        string.Create(CultureInfo.InvariantCulture, $"{name} can have up to {limit:N0} characters. It has {length:N0}.");

    public static string Choose<T>(string name)
        where T : struct, Enum => $"Choose a {name}: {Words.Choices<T>()}.";

    public static bool IsNoPartOfALine(char character) => char.IsControl(character) || character is '\u2028' or '\u2029';
}
