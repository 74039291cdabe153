using Microsoft.AspNetCore.Identity;

namespace Helpdesk.Auth.Model;

internal sealed class User : IdentityUser<Guid>
{
    public const int NameLength = 300;
    public const int EmailLength = 320;

    public string Name { get; set; } = "";

    public Role Role { get; set; }

    public string TimeZone { get; set; } = "UTC";

    public string Language { get; set; } = "en";

    /// <summary>light, dark or system.</summary>
    public string Theme { get; set; } = "system";

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null while the person may use the helpdesk.</summary>
    public DateTimeOffset? DeactivatedAt { get; set; }

    public DateTimeOffset? LastSignedInAt { get; set; }

    public bool IsActive => DeactivatedAt is null;

    public bool IsActiveAdmin => IsActive && Role == Role.Admin;

    public bool IsStaff => Role is Role.Agent or Role.Admin;

    public static User Create(string email, string name, Role role, DateTimeOffset now, Guid? id = null) => new()
    {
        Id = id ?? Guid.CreateVersion7(now),
        Email = email,
        NormalizedEmail = Normalize(email),
        UserName = email,
        NormalizedUserName = Normalize(email),
        Name = name,
        Role = role,
        CreatedAt = now,
        SecurityStamp = Guid.NewGuid().ToString("N"),
    };

    public void SetPassword(string hash)
    {
        PasswordHash = hash;
        Change();
    }

    public void ChangeRole(Role role)
    {
        Role = role;
        Change();
    }

    public void Deactivate(DateTimeOffset now)
    {
        DeactivatedAt = now;
        Change();
    }

    public static string Normalize(string email) => email.Trim().Normalize().ToUpperInvariant();

    // A sign-in that began before saves nothing after: it compares this stamp. Identity's own tokens compare the other.
    private void Change()
    {
        SecurityStamp = Guid.NewGuid().ToString("N");
        ConcurrencyStamp = Guid.NewGuid().ToString("N");
    }
}
