using System.Buffers;
using System.Globalization;

namespace Helpdesk.Auth.Model;

/// <summary>An e-mail address in the one form that mail servers everywhere take.</summary>
internal static class EmailAddress
{
    public const int Length = 254;

    private static readonly SearchValues<char> LocalCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+/=?^_`{|}~.-");

    private static readonly SearchValues<char> LabelCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>The bare address with its domain in small ASCII letters; null when it is none. Display names, comments and quotes are none.</summary>
    public static string? Read(string text)
    {
        var address = text.Trim();
        var at = address.LastIndexOf('@');
        if (at is < 1 or > 64 || address.Length > Length)
        {
            return null;
        }

        var local = address[..at];
        if (local.AsSpan().ContainsAnyExcept(LocalCharacters) || local[0] == '.' || local[^1] == '.' || local.Contains("..", StringComparison.Ordinal)
            || Domain(address[(at + 1)..]) is not { } domain)
        {
            return null;
        }

        var result = $"{local}@{domain}";
        return result.Length <= Length ? result : null;
    }

    /// <summary>A domain in small ASCII letters, or null.</summary>
    public static string? Domain(string text)
    {
        string domain;
        try
        {
            domain = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(text).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }

        var labels = domain.Split('.');
        return domain.Length <= 253 && labels.Length >= 2 && labels.All(IsLabel) && !labels[^1].All(char.IsAsciiDigit) ? domain : null;
    }

    private static bool IsLabel(string label) =>
        label.Length is >= 1 and <= 63 && label[0] != '-' && label[^1] != '-' && !label.AsSpan().ContainsAnyExcept(LabelCharacters);
}
