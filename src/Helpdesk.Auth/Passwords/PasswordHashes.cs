using System.Security.Cryptography;
using System.Text;
using Helpdesk.Platform;

namespace Helpdesk.Auth.Passwords;

/// <summary>Hashes and verifies passwords, never more at once than there are cores: each holds 19 MiB while it runs.</summary>
internal sealed class PasswordHashes(int atOnce, TimeSpan patience) : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly Refusal.Later Full = new(
        "Many people are signing in right now. Try again in a few seconds.", TimeSpan.FromSeconds(5), HouseIsFull: true);

    private readonly SemaphoreSlim slots = new(atOnce);

    // Verified for addresses without an account, so that they take as long as the others.
    private readonly Lazy<string> nobodys = new(() => Sodium.Hash(RandomNumberGenerator.GetBytes(32)));

    public async Task<Outcome<string>> HashAsync(string password, CancellationToken cancellationToken)
    {
        if (Bytes(password) is not { } bytes)
        {
            throw new ArgumentException("The password is not well-formed text.", nameof(password));
        }

        return await InSlotAsync(() => Sodium.Hash(bytes), cancellationToken) is { } hash ? hash : Full;
    }

    /// <summary>Compares with the hash of an account, or does the same work for nothing when there is none.</summary>
    public async Task<Outcome<PasswordMatch>> VerifyAsync(string? hash, string password, CancellationToken cancellationToken)
    {
        var bytes = Bytes(password);
        var match = await InSlotAsync(() => Match(hash, bytes), cancellationToken);
        return match is null ? Full : match;
    }

    /// <summary>For callers that cannot wait asynchronously.</summary>
    public string Hash(string password) =>
        InSlot(() => Sodium.Hash(Bytes(password) ?? throw new ArgumentException("The password is not well-formed text.", nameof(password))));

    /// <summary>For callers that cannot wait asynchronously.</summary>
    public PasswordMatch Verify(string hash, string password) => InSlot(() => Match(hash, Bytes(password)));

    public void Dispose() => slots.Dispose();

    private PasswordMatch Match(string? hash, byte[]? password)
    {
        var isRight = Sodium.Verify(hash ?? nobodys.Value, password ?? []) && hash is not null && password is not null;
        return !isRight ? PasswordMatch.Wrong : Sodium.IsOutdated(hash!) ? PasswordMatch.RightButOutdated : PasswordMatch.Right;
    }

    /// <summary>The same bytes however a keyboard composed the characters; null for half a character, which no keyboard makes.</summary>
    private static byte[]? Bytes(string password)
    {
        try
        {
            return Encoding.UTF8.GetBytes(password.Normalize(NormalizationForm.FormKC));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private async Task<T?> InSlotAsync<T>(Func<T> work, CancellationToken cancellationToken)
        where T : class
    {
        if (!await slots.WaitAsync(patience, cancellationToken))
        {
            return null;
        }

        try
        {
            return await Task.Run(work, CancellationToken.None);
        }
        finally
        {
            slots.Release();
        }
    }

    private T InSlot<T>(Func<T> work)
    {
        if (!slots.Wait(patience))
        {
            throw new TimeoutException(Full.Why);
        }

        try
        {
            return work();
        }
        finally
        {
            slots.Release();
        }
    }
}

internal sealed record PasswordMatch(bool IsRight, bool IsOutdated)
{
    public static readonly PasswordMatch Wrong = new(false, false);
    public static readonly PasswordMatch Right = new(true, false);
    public static readonly PasswordMatch RightButOutdated = new(true, true);
}
