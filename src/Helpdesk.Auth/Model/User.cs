using System.Security.Cryptography;
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

    /// <summary>dense or relaxed; empty is what the role has.</summary>
    public string Density { get; set; } = "";

    /// <summary>24 or 12; empty goes by the language.</summary>
    public string TimeFormat { get; set; } = "";

    /// <summary>Single-key shortcuts; commands with Ctrl work either way.</summary>
    public bool HasKeyboardShortcuts { get; set; } = true;

    /// <summary>No mail leaves for the person between these times of their zone; null when they want it at any time.</summary>
    public TimeOnly? QuietFrom { get; set; }

    public TimeOnly? QuietTo { get; set; }

    /// <summary>Seconds before a sent reply leaves; null is the site's.</summary>
    public int? SendDelay { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? PasswordChangedAt { get; set; }

    /// <summary>Invited, and without a password as long as they have not set one; else null.</summary>
    public DateTimeOffset? InvitedAt { get; set; }

    /// <summary>An admin wants a second factor of this person, whatever the site wants of the role.</summary>
    public bool RequiresFactor { get; set; }

    /// <summary>The person asked to be forgotten; an admin decides.</summary>
    public DateTimeOffset? DeletionAskedAt { get; set; }

    /// <summary>What was personal is gone; only the account's number stays, for what refers to it.</summary>
    public DateTimeOffset? AnonymisedAt { get; set; }

    /// <summary>Null while the person may use the helpdesk.</summary>
    public DateTimeOffset? DeactivatedAt { get; set; }

    public DateTimeOffset? LastSignedInAt { get; set; }

    public bool IsActive => DeactivatedAt is null;

    /// <summary>Somebody who was invited and never came runs nothing.</summary>
    public bool IsActiveAdmin => IsActive && Role == Role.Admin && InvitedAt is null;

    public bool IsStaff => Role is Role.Agent or Role.Admin;

    /// <summary>May have open work.</summary>
    public bool Works => IsActive && IsStaff;

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
        InvitedAt = null;
        Change();
    }

    public void ChangeEmail(string email)
    {
        Email = email;
        NormalizedEmail = Normalize(email);
        UserName = email;
        NormalizedUserName = Normalize(email);
        EmailConfirmed = true;
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

    public void Reactivate() => DeactivatedAt = null;

    /// <summary>
    /// Takes away everything that tells who it was. Deactivated as well, for good; the row stays for what refers to it.
    /// The name for signing in is the new address until every module has forgotten the person too.
    /// </summary>
    public void Anonymise(DateTimeOffset now)
    {
        var blank = new User();
        Name = blank.Name;
        Email = $"{RandomNumberGenerator.GetHexString(32, lowercase: true)}@anonymised.invalid";
        NormalizedEmail = Normalize(Email);
        UserName = Email;
        NormalizedUserName = NormalizedEmail;
        EmailConfirmed = false;
        PasswordHash = null;
        TwoFactorEnabled = false;
        RequiresFactor = false;
        InvitedAt = null;
        Role = blank.Role;
        TimeZone = blank.TimeZone;
        Language = blank.Language;
        Theme = blank.Theme;
        Density = blank.Density;
        TimeFormat = blank.TimeFormat;
        HasKeyboardShortcuts = blank.HasKeyboardShortcuts;
        QuietFrom = null;
        QuietTo = null;
        SendDelay = null;
        PasswordChangedAt = null;
        LastSignedInAt = null;
        DeletionAskedAt = null;
        DeactivatedAt ??= now;
        AnonymisedAt = now;
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
