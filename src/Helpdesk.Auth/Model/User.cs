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

    public bool IsActive => DeactivatedAt is null;

    public bool IsStaff => Role is Role.Agent or Role.Admin;

    public static User Create(string email, string name, Role role, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Email = email,
        NormalizedEmail = Normalize(email),
        UserName = email,
        NormalizedUserName = Normalize(email),
        Name = name,
        Role = role,
        CreatedAt = now,
        SecurityStamp = Guid.NewGuid().ToString("N"),
    };

    public static string Normalize(string email) => email.Trim().Normalize().ToUpperInvariant();
}
