using System.Text;

namespace Helpdesk.Auth.SecondFactor;

/// <summary>Bytes as capital letters and digits without those that look alike (RFC 4648).</summary>
internal static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var value in bytes)
        {
            buffer = (buffer << 8) | value;
            bits += 8;
            while (bits >= 5)
            {
                bits -= 5;
                text.Append(Alphabet[(buffer >> bits) & 31]);
            }
        }

        return bits == 0 ? text.ToString() : text.Append(Alphabet[(buffer << (5 - bits)) & 31]).ToString();
    }

    /// <summary>In groups of four, as people copy it.</summary>
    public static string Grouped(string text) => string.Join(' ', text.Chunk(4).Select(group => new string(group)));
}
