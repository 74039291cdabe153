using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Helpdesk.Auth.Passwords;

/// <summary>The passwords of a list of a million that are long enough to be tried here, however their letters are cased; as short hashes, 350 KB.</summary>
internal static class CommonPasswords
{
    private static readonly Lazy<ulong[]> Hashes = new(Read);

    public static int Count => Hashes.Value.Length;

    public static bool Contains(string password)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(PasswordRules.Plain(password)));
        return Array.BinarySearch(Hashes.Value, BinaryPrimitives.ReadUInt64LittleEndian(hash)) >= 0;
    }

    private static ulong[] Read()
    {
        using var file = typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.bin")
            ?? throw new InvalidOperationException("The list of common passwords was not built in.");
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var hashes = MemoryMarshal.Cast<byte, ulong>(bytes).ToArray();
        return BitConverter.IsLittleEndian ? hashes : [.. hashes.Select(BinaryPrimitives.ReverseEndianness).Order()];
    }
}
