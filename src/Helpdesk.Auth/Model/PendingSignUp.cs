namespace Helpdesk.Auth.Model;

/// <summary>
/// A sign-up whose address is not proven yet. It is no account: it blocks no address, and each sign-up keeps its own
/// password, so that a stranger's earlier or later one does not open what the owner of the address confirms.
/// </summary>
internal sealed class PendingSignUp
{
    /// <summary>How long a new link can be asked for.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>Becomes the account's.</summary>
    public Guid Id { get; init; }

    public string Email { get; init; } = "";

    public string Name { get; init; } = "";

    public string PasswordHash { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    public static PendingSignUp Create(Guid id, string email, string name, string passwordHash, DateTimeOffset now) => new()
    {
        Id = id,
        Email = email,
        Name = name,
        PasswordHash = passwordHash,
        CreatedAt = now,
    };

    /// <summary>The account that it becomes once the address is proven.</summary>
    public User Accept(DateTimeOffset now)
    {
        var user = User.Create(Email, Name, Role.Employee, now, Id);
        user.PasswordHash = PasswordHash;
        user.EmailConfirmed = true;
        AcceptedAt = now;
        PasswordHash = "";
        return user;
    }
}
