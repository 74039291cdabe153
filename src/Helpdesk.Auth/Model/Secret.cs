using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Helpdesk.Auth.Model;

/// <summary>Opaque secrets: 256 random bits in the open, SHA-256 of the text at rest.</summary>
internal static class Secret
{
    /// <summary>Characters of the text.</summary>
    public const int Length = 43;

    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
