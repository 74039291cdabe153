using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Helpdesk.Auth.SecondFactor;

/// <summary>Codes of six digits for steps of 30 seconds, as authenticator apps make them (RFC 6238 with SHA-1).</summary>
internal static class Totp
{
    public const int KeyLength = 20;
    public const int Digits = 6;
    private const int SecondsPerStep = 30;

    public static long StepAt(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / SecondsPerStep;

    public static string Code(ReadOnlySpan<byte> key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        // The algorithm is what every app on every phone speaks; its known weakness is not one of this use.
#pragma warning disable CA5350
        HMACSHA1.HashData(key, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xF)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code this is, out of now and one step before and after; null when it is none of them.</summary>
    public static long? Find(ReadOnlySpan<byte> key, string code, DateTimeOffset now)
    {
        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        if (digits.Length != Digits || code.Any(character => !char.IsAsciiDigit(character) && !char.IsWhiteSpace(character)))
        {
            return null;
        }

        long? found = null;
        var present = StepAt(now);
        for (var step = present - 1; step <= present + 1; step++)
        {
            var expected = Code(key, step);
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(expected), System.Text.Encoding.ASCII.GetBytes(digits)))
            {
                found = step;
            }
        }

        return found;
    }
}
