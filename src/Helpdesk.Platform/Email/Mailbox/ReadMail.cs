using System.Text;
using System.Text.RegularExpressions;

namespace Helpdesk.Platform.Email.Mailbox;

/// <summary>A mail as our own writer writes it, read again; no reader for mails of others.</summary>
internal sealed partial class ReadMail
{
    private readonly Dictionary<string, string> headers;

    private ReadMail(Dictionary<string, string> headers, string text, string html)
    {
        this.headers = headers;
        Text = text;
        Html = html;
    }

    public string Text { get; }

    public string Html { get; }

    public string Subject => this["Subject"] ?? "";

    /// <summary>A header in one line with its words decoded.</summary>
    public string? this[string name] => headers.TryGetValue(name, out var value) ? DecodeWords(value) : null;

    public static ReadMail From(byte[] raw)
    {
        // One character for each byte: parts are decoded by the charset that they name.
        var (headers, body) = Split(Encoding.Latin1.GetString(raw).ReplaceLineEndings("\n"));
        var parts = Parts(headers, body).Select(Split).ToList();
        return new ReadMail(headers, Words(parts, "text/plain"), Words(parts, "text/html"));
    }

    /// <summary>The headers alone, for a list.</summary>
    public static async Task<ReadMail> FromHeadersAsync(string file, CancellationToken cancellationToken)
    {
        var lines = new StringBuilder();
        await foreach (var line in File.ReadLinesAsync(file, Encoding.Latin1, cancellationToken))
        {
            if (line.Length == 0)
            {
                break;
            }

            lines.Append(line).Append('\n');
        }

        return new ReadMail(Split(lines.ToString()).Headers, "", "");
    }

    private static (Dictionary<string, string> Headers, string Body) Split(string part)
    {
        var end = part.IndexOf("\n\n", StringComparison.Ordinal);
        var (head, body) = end < 0 ? (part, "") : (part[..end], part[(end + 2)..]);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in FoldedLine().Replace(head, " ").Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                headers.TryAdd(line[..colon], line[(colon + 1)..].Trim());
            }
        }

        return (headers, body);
    }

    private static IEnumerable<string> Parts(Dictionary<string, string> headers, string body)
    {
        var boundary = Boundary().Match(headers.GetValueOrDefault("Content-Type", ""));
        return boundary.Success
            ? $"\n{body}".Split($"\n--{boundary.Groups[1].Value}").Skip(1).Where(part => !part.StartsWith("--", StringComparison.Ordinal)).Select(part => part.TrimStart('\n'))
            : [];
    }

    private static string Words(List<(Dictionary<string, string> Headers, string Body)> parts, string mediaType)
    {
        var (headers, body) = parts.FirstOrDefault(part => part.Headers?.GetValueOrDefault("Content-Type", "").StartsWith(mediaType, StringComparison.OrdinalIgnoreCase) == true);
        return headers is null
            ? ""
            : Encoding.UTF8.GetString(headers.GetValueOrDefault("Content-Transfer-Encoding") switch
            {
                "quoted-printable" => Quoted(SoftBreak().Replace(body, "")),
                "base64" => Convert.FromBase64String(body),
                _ => Encoding.Latin1.GetBytes(body),
            }).ReplaceLineEndings("\n");
    }

    private static string DecodeWords(string value) =>
        EncodedWords().Replace(value, words =>
        {
            // A letter may be spread over two words, so the bytes are put together before they are read.
            var bytes = new List<byte>();
            foreach (Match word in EncodedWord().Matches(words.Value))
            {
                bytes.AddRange(word.Groups[1].ValueSpan is "B" or "b"
                    ? Convert.FromBase64String(word.Groups[2].Value)
                    : Quoted(word.Groups[2].Value.Replace('_', ' ')));
            }

            return Encoding.UTF8.GetString([.. bytes]);
        });

    private static byte[] Quoted(string text) =>
        Encoding.Latin1.GetBytes(QuotedByte().Replace(text, match => ((char)Convert.ToByte(match.Groups[1].Value, 16)).ToString()));

    [GeneratedRegex(@"\n[ \t]+")]
    private static partial Regex FoldedLine();

    [GeneratedRegex("boundary=\"?([^\";]+)")]
    private static partial Regex Boundary();

    [GeneratedRegex(@"=\n")]
    private static partial Regex SoftBreak();

    [GeneratedRegex("=([0-9A-Fa-f]{2})")]
    private static partial Regex QuotedByte();

    [GeneratedRegex(@"=\?utf-8\?[BbQq]\?[^?]*\?=(\s+=\?utf-8\?[BbQq]\?[^?]*\?=)*", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWords();

    [GeneratedRegex(@"=\?utf-8\?([BbQq])\?([^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();
}
