using System.Buffers;
using System.Globalization;

namespace Helpdesk.Platform.Markdown;

/// <summary>Which addresses a message may lead to: http, https, mailto, and rooted paths of the product itself.</summary>
internal static class LinkTarget
{
    public const int MaximumLength = 2_048;

    // What an address may consist of. No white space, control or backslash is among it: browsers drop tabs and line
    // ends and read a backslash as a slash, so that "/\host" and "java\tscript:" are not what they seem.
    private static readonly SearchValues<char> AddressCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%{}|^");
    private static readonly SearchValues<char> AuthorityEnds = SearchValues.Create("/?#");

    /// <summary>The address to write, or null when it is none that a message may lead to.</summary>
    public static string? Read(string? address, Uri? mailUrl)
    {
        if (string.IsNullOrEmpty(address) || address.Length > MaximumLength || !HasOnlyAddressCharacters(address))
        {
            return null;
        }
        if (address[0] == '/')
        {
            return BeginsWithHost(address.AsSpan(1)) ? null : mailUrl?.GetLeftPart(UriPartial.Authority) + address;
        }
        if (address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            return address.Length > "mailto:".Length ? address : null;
        }
        // A name before the host ("https://bank.example@other.example") is only ever there to deceive.
        var authority = Authority(address);
        return authority.IsEmpty || authority.Contains('@') ? null : address;
    }

    /// <summary>Host and port of a web address, empty for every other.</summary>
    public static ReadOnlySpan<char> Authority(ReadOnlySpan<char> address)
    {
        int start = address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8
            : address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7
            : address.Length;
        var rest = address[start..];
        int end = rest.IndexOfAny(AuthorityEnds);
        return end < 0 ? rest : rest[..end];
    }

    /// <summary>
    /// True for an uploaded file's path, or the lasting one that a module gives a picture ("/…/images/" and its id); one that climbs
    /// out of there could make a reader's browser ask for any page.
    /// </summary>
    public static bool IsOwnFile(string address)
    {
        return IsPictureOfModule(address) || address.StartsWith("/files/", StringComparison.Ordinal)
            && !address.Contains("..", StringComparison.Ordinal)
            && !address.Contains("//", StringComparison.Ordinal)
            && !address.Contains("%2e", StringComparison.OrdinalIgnoreCase)
            && !address.Contains("%2f", StringComparison.OrdinalIgnoreCase)
            && !address.Contains("%5c", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsPictureOfModule(string address)
    {
        return address.Split('/') is ["", { Length: > 0 } module, "images", var id]
            && module.All(char.IsAsciiLetterLower)
            && Guid.TryParseExact(id, "D", out _);
    }

    // Encoded slashes name no host to a browser, but whoever forwards the path may decode it first.
    private static bool BeginsWithHost(ReadOnlySpan<char> afterSlash)
    {
        return afterSlash.StartsWith("/", StringComparison.Ordinal)
            || afterSlash.StartsWith("%2f", StringComparison.OrdinalIgnoreCase)
            || afterSlash.StartsWith("%5c", StringComparison.OrdinalIgnoreCase);
    }

    private static bool HasOnlyAddressCharacters(string address)
    {
        int position = address.AsSpan().IndexOfAnyExcept(AddressCharacters);
        for (; position >= 0 && position < address.Length; position++)
        {
            char character = address[position];
            bool allowed = char.IsAscii(character)
                ? AddressCharacters.Contains(character)
                : char.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format
                    or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                    or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
            if (!allowed)
            {
                return false;
            }
        }
        return true;
    }
}
