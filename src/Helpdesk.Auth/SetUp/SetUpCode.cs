using System.Security.Cryptography;

namespace Helpdesk.Auth.SetUp;

/// <summary>A code that a person can type from a console: 100 random bits without letters that look alike.</summary>
internal static class SetUpCode
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Length = 20;
    private const int Group = 5;

    public static string Create() =>
        string.Join('-', RandomNumberGenerator.GetString(Letters, Length).Chunk(Group).Select(letters => new string(letters)));

    /// <summary>The same text whether it was typed in small letters, with blanks or without dashes.</summary>
    public static string Normalize(string code) => string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
