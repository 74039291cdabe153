using System.Globalization;
using System.Security.Cryptography;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Helpdesk.Auth.Passkeys;

/// <summary>A passkey that gave the right answer, and whose it is.</summary>
internal sealed record ProvenPasskey(User User, IdentityUserPasskey<Guid> Passkey);

/// <summary>
/// Asks passkeys and checks what they answer. The question travels sealed with the form or the request, so that asking costs no row;
/// an answer is good for ten minutes and once.
/// </summary>
internal sealed class PasskeyCeremony(
    IPasskeyHandler<User> handler, IDataProtectionProvider protection, IHttpContextAccessor http, AuthDbContext db, TimeProvider clock)
{
    public const string TooLate = "That took too long. Try again.";

    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly IDataProtector creations = protection.CreateProtector("passkey-creation");
    private readonly IDataProtector requests = protection.CreateProtector("passkey-request");

    /// <summary>Asks for a new passkey of this person.</summary>
    public async Task<PasskeyQuestion> AskForNewAsync(User user)
    {
        var made = await handler.MakeCreationOptionsAsync(
            new PasskeyUserEntity { Id = user.Id.ToString(), Name = user.Email!, DisplayName = user.Name }, Context);
        return PasskeyQuestion.Of(made.CreationOptionsJson, Seal(creations, made.AttestationState!));
    }

    /// <summary>Asks for one of this person's passkeys, or for anybody's.</summary>
    public async Task<PasskeyQuestion> AskAsync(User? user)
    {
        var made = await handler.MakeRequestOptionsAsync(user!, Context);
        return PasskeyQuestion.Of(made.RequestOptionsJson, Seal(requests, made.AssertionState!));
    }

    /// <summary>The new passkey, or null when the answer is not one to the question or comes too late.</summary>
    public async Task<UserPasskeyInfo?> ReadNewAsync(PasskeyAnswer answer, User user)
    {
        if (Open(creations, answer.State) is not { } state)
        {
            return null;
        }

        var result = await handler.PerformAttestationAsync(
            new PasskeyAttestationContext { CredentialJson = answer.Credential, AttestationState = state, HttpContext = Context });
        return result.Succeeded && result.UserEntity.Id == user.Id.ToString() ? result.Passkey : null;
    }

    /// <summary>
    /// Who holds the passkey, with its new count in the context; null when it proves nothing.
    /// The caller saves, and of two who show one answer the save of one fails (<see cref="IsReplay"/>).
    /// </summary>
    public async Task<ProvenPasskey?> ProveAsync(PasskeyAnswer answer, CancellationToken cancellationToken)
    {
        if (Open(requests, answer.State) is not { } state)
        {
            return null;
        }

        var result = await handler.PerformAssertionAsync(
            new PasskeyAssertionContext { CredentialJson = answer.Credential, AssertionState = state, HttpContext = Context });
        if (!result.Succeeded)
        {
            return null;
        }

        var hash = Model.Secret.Hash(state);
        if (await db.UsedChallenges.AnyAsync(used => used.Hash == hash, cancellationToken))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var kept = await db.Passkeys.SingleAsync(found => found.CredentialId == result.Passkey.CredentialId, cancellationToken);
        kept.Data.SignCount = result.Passkey.SignCount;
        kept.Data.IsBackedUp = result.Passkey.IsBackedUp;
        kept.Data.IsUserVerified = result.Passkey.IsUserVerified;
        db.Entry(kept).Property(PasskeyColumns.LastUsedAt).CurrentValue = now;
        db.Add(new UsedChallenge { Hash = hash, ExpiresAt = now + Lifetime });
        return new ProvenPasskey(result.User, kept);
    }

    /// <summary>The same answer was shown a moment before.</summary>
    public static bool IsReplay(DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "used_challenges" };

    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("A passkey needs a request.");

    private string Seal(IDataProtector protector, string state) =>
        protector.Protect($"{(clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)} {state}");

    private string? Open(IDataProtector protector, string text)
    {
        try
        {
            var opened = protector.Unprotect(text);
            var blank = opened.IndexOf(' ', StringComparison.Ordinal);
            var until = DateTimeOffset.FromUnixTimeSeconds(long.Parse(opened.AsSpan(0, blank), CultureInfo.InvariantCulture));
            return clock.GetUtcNow() < until ? opened[(blank + 1)..] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
