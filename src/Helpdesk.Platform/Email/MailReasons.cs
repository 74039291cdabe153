using System.Text.RegularExpressions;

namespace Helpdesk.Platform.Email;

/// <summary>What a mail server's answer means, in a sentence. Codes are those of RFC 3463 and RFC 5321.</summary>
internal static partial class MailReasons
{
    public const string Unknown = "It could not be handed over.";

    private static readonly (string Pattern, string Sentence)[] ByCode =
    [
        (@"[45]\.2\.2", "The receiving server says the mailbox is full."),
        (@"[45]\.2\.1", "The receiving server says the mailbox is switched off."),
        (@"[45]\.1\.[0-36]|\b55[03]\b(?!.*[45]\.7\.)", "The receiving server does not know this address."),
        (@"[45]\.3\.4|[45]\.2\.3|\b552\b", "The receiving server says the mail is too big."),
        (@"[45]\.7\.8|\b535\b|\b530\b", "The mail server does not accept our user name and password."),
        (@"4\.7\.|\b451\b|\b450\b|\b421\b", "The receiving server asks us to come back later."),
        (@"5\.7\.", "The receiving server refuses mail from us."),
    ];

    private static readonly (string Word, string Sentence)[] ByWord =
    [
        ("mailbox full", "The receiving server says the mailbox is full."),
        ("mailbox unavailable", "The receiving server does not know this address."),
        ("authentication", "The mail server does not accept our user name and password."),
        ("certificate", "The mail server's certificate cannot be trusted."),
        ("refused", "The mail server does not answer."),
        ("timed out", "The mail server took too long to answer."),
        ("timeout", "The mail server took too long to answer."),
        ("no such host", "The mail server's name is not known."),
        ("name or service not known", "The mail server's name is not known."),
        ("no longer worth sending", "It was no longer worth sending."),
    ];

    /// <summary>The sentence for what was kept with a mail; for what nobody knows, that it could not be handed over.</summary>
    public static string InWords(string? answer)
    {
        if (string.IsNullOrEmpty(answer))
        {
            return Unknown;
        }

        if (Code().IsMatch(answer))
        {
            foreach (var (pattern, sentence) in ByCode)
            {
                if (Regex.IsMatch(answer, pattern))
                {
                    return sentence;
                }
            }
        }

        foreach (var (word, sentence) in ByWord)
        {
            if (answer.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return sentence;
            }
        }

        return Unknown;
    }

    [GeneratedRegex(@"\b[45]\d\d\b|\b[45]\.\d+\.\d+")]
    private static partial Regex Code();
}
