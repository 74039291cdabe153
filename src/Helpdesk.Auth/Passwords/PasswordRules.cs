using System.Text;
using FluentValidation;
using Helpdesk.Auth.Model;

namespace Helpdesk.Auth.Passwords;

/// <summary>Which passwords are refused, and the sentence for each. No rule about kinds of characters: they make passwords worse.</summary>
internal static class PasswordRules
{
    public const int Shortest = 12;
    public const int Longest = 128;

    public const string Hint = "At least 12 characters. A sentence is good.";

    /// <summary>Why the password is refused, or null. What is known of its owner must not be in it.</summary>
    public static string? Problem(string password, string ownersName, string ownersEmail, string siteName)
    {
        if (password.Length == 0)
        {
            return "Enter a password.";
        }

        if (!TextRules.IsWellFormed(password))
        {
            return "Password contains a character that cannot be used here.";
        }

        var length = TextRules.Length(password);
        if (length < Shortest)
        {
            return "Use at least 12 characters. A sentence is good.";
        }

        if (length > Longest)
        {
            return $"Password can have up to {Longest} characters. It has {length}.";
        }

        var plain = Plain(password);
        return Holds(plain, ownersName) ? "This password contains your name. Choose another."
            : HoldsAddress(plain, ownersEmail) ? "This password contains your e-mail address. Choose another."
            : Holds(plain, siteName) ? "This password contains the name of this site. Choose another."
            : CommonPasswords.Contains(password) ? "This password is easy to guess because many people use it. Choose another."
            : null;
    }

    public static void AddProblem<T>(this ValidationContext<T> context, string field, string? problem)
    {
        if (problem is not null)
        {
            context.AddFailure(field, problem);
        }
    }

    private static bool HoldsAddress(string password, string email)
    {
        var at = email.LastIndexOf('@');
        return at > 0 && Holds(password, email[..at]);
    }

    private static bool Holds(string password, string text)
    {
        if (!TextRules.IsWellFormed(text))
        {
            return false;
        }

        var words = Plain(text).Split([' ', '.', '-', '_', '+', '\''], StringSplitOptions.RemoveEmptyEntries);
        return words.Append(string.Concat(words)).Any(word => IsTelling(word) && password.Contains(word, StringComparison.Ordinal));
    }

    // A short word of an alphabet is part of too many others; two characters of Chinese are a whole name.
    private static bool IsTelling(string word) => word.Length >= (word.Any(character => character >= '\u2E80') ? 2 : 4);

    /// <summary>As it is compared: however it was composed and cased.</summary>
    internal static string Plain(string text) => text.Normalize(NormalizationForm.FormKC).ToUpperInvariant();
}
