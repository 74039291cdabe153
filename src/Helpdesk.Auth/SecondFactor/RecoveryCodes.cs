using System.Security.Cryptography;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.SecondFactor;

/// <summary>Ten codes of 80 random bits, each good once.</summary>
internal static class RecoveryCodes
{
    public const int Count = 10;
    private const int Bytes = 10;

    /// <summary>Puts new ones in the place of the old; the caller saves and shows them, once.</summary>
    public static async Task<IReadOnlyList<string>> ReplaceAsync(AuthDbContext db, Guid userId, CancellationToken cancellationToken)
    {
        db.RecoveryCodes.RemoveRange(await db.RecoveryCodes.Where(code => code.UserId == userId).ToListAsync(cancellationToken));
        var codes = Enumerable.Range(0, Count).Select(_ => Base32.Encode(RandomNumberGenerator.GetBytes(Bytes)).ToLowerInvariant()).ToList();
        db.RecoveryCodes.AddRange(codes.Select(code => new RecoveryCode { Id = Guid.CreateVersion7(), UserId = userId, Hash = HashOf(code) }));
        return [.. codes.Select(code => string.Join('-', code.Chunk(4).Select(group => new string(group))))];
    }

    /// <summary>Blanks, hyphens and capitals do not matter.</summary>
    public static byte[] HashOf(string code) =>
        Secret.Hash(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant());

    public static bool LooksLikeOne(string code) => code.Count(char.IsAsciiLetterOrDigit) == 16;
}
