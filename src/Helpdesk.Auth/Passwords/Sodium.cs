using System.Runtime.InteropServices;
using System.Text;
using Helpdesk.Platform;

namespace Helpdesk.Auth.Passwords;

/// <summary>Argon2id of libsodium. The versioned name: the plain one comes with the developers' package only.</summary>
internal static partial class Sodium
{
    private const string Library = "libsodium.so.23";
    private const int HashLength = 128;

    // 19 MiB, two passes, one lane: what OWASP asks for at least, and 20 ms here.
    private const ulong Passes = 2;
    private const nuint Memory = 19u << 20;

    private static readonly Lazy<string?> Checked = new(Check);

    /// <summary>What is wrong with the library and what to do, or null.</summary>
    public static string? Problem => Checked.Value;

    public static string Hash(ReadOnlySpan<byte> password) => Hash(password, Passes, Memory);

    public static string Hash(ReadOnlySpan<byte> password, ulong passes, nuint memory)
    {
        Require();
        Span<byte> hash = stackalloc byte[HashLength];
        return crypto_pwhash_str(hash, password, (ulong)password.Length, passes, memory) == 0
            ? Encoding.ASCII.GetString(hash[..hash.IndexOf((byte)0)])
            : throw new InsufficientMemoryException("There is not enough memory to hash a password.");
    }

    public static bool Verify(string hash, ReadOnlySpan<byte> password)
    {
        Require();
        Span<byte> stored = stackalloc byte[HashLength];
        return Store(hash, stored) && crypto_pwhash_str_verify(stored, password, (ulong)password.Length) == 0;
    }

    /// <summary>The hash was made with other parameters than those of today.</summary>
    public static bool IsOutdated(string hash)
    {
        Span<byte> stored = stackalloc byte[HashLength];
        return Store(hash, stored) && crypto_pwhash_str_needs_rehash(stored, Passes, Memory) != 0;
    }

    private static bool Store(string hash, Span<byte> stored)
    {
        stored.Clear();
        return hash.Length < HashLength && Encoding.ASCII.TryGetBytes(hash, stored, out _);
    }

    private static void Require()
    {
        if (Problem is { } problem)
        {
            throw new SettingsException(problem);
        }
    }

    private static string? Check()
    {
        try
        {
            return sodium_init() < 0 ? $"{Library} does not start. Passwords cannot be checked without it." : null;
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException or BadImageFormatException)
        {
            return $"{Library} is missing. Passwords cannot be checked without it. On Debian and Ubuntu it is in the package libsodium23.";
        }
    }

    [LibraryImport(Library)]
    private static partial int sodium_init();

    [LibraryImport(Library)]
    private static partial int crypto_pwhash_str(Span<byte> output, ReadOnlySpan<byte> password, ulong length, ulong passes, nuint memory);

    [LibraryImport(Library)]
    private static partial int crypto_pwhash_str_verify(ReadOnlySpan<byte> stored, ReadOnlySpan<byte> password, ulong length);

    [LibraryImport(Library)]
    private static partial int crypto_pwhash_str_needs_rehash(ReadOnlySpan<byte> stored, ulong passes, nuint memory);
}
