using Helpdesk.Auth.Model;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpdesk.Auth.Data;

internal sealed class UserMapping : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("users");
        builder.Property(user => user.Id).ValueGeneratedNever();
        builder.Property(user => user.Name).HasMaxLength(User.NameLength);
        builder.Property(user => user.Email).HasMaxLength(User.EmailLength).IsRequired();
        builder.Property(user => user.NormalizedEmail).HasMaxLength(User.EmailLength).IsRequired();
        builder.Property(user => user.UserName).HasMaxLength(User.EmailLength);
        builder.Property(user => user.NormalizedUserName).HasMaxLength(User.EmailLength);
        builder.Property(user => user.TimeZone).HasMaxLength(64);
        builder.Property(user => user.Language).HasMaxLength(35);
        builder.Property(user => user.Theme).HasMaxLength(10);
        builder.Property(user => user.Density).HasMaxLength(10);
        builder.Property(user => user.TimeFormat).HasMaxLength(10);
        builder.Property(user => user.HasKeyboardShortcuts).HasDefaultValue(true).HasSentinel(true);
        Forget(builder, nameof(User.PhoneNumber));
        Forget(builder, nameof(User.PhoneNumberConfirmed));
        builder.HasIndex(user => user.NormalizedEmail).IsUnique().HasDatabaseName("ux_users_email");
        builder.HasIndex(user => new { user.Name, user.Id }).HasFilter("anonymised_at is null").HasDatabaseName("ix_users_name");
        builder.HasIndex(user => user.Role).HasFilter("role > 0").HasDatabaseName("ix_users_staff");
    }

    // Identity maps them before we come; Ignore alone would warn of that at each start.
    private static void Forget(EntityTypeBuilder<User> builder, string property)
    {
        builder.Metadata.RemoveProperty(property);
        builder.Metadata.AddIgnored(property);
    }
}

internal sealed class IdentityTables :
    IEntityTypeConfiguration<IdentityUserClaim<Guid>>,
    IEntityTypeConfiguration<IdentityUserLogin<Guid>>,
    IEntityTypeConfiguration<IdentityUserToken<Guid>>,
    IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder) => builder.ToTable("user_claims");

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder) => builder.ToTable("user_logins");

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder) => builder.ToTable("user_tokens");

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> builder)
    {
        builder.ToTable("user_passkeys");
        builder.OwnsOne(passkey => passkey.Data).ToJson("data");
        builder.Property<Guid>(PasskeyColumns.Id).HasDefaultValueSql("gen_random_uuid()");
        builder.HasIndex(PasskeyColumns.Id).IsUnique();
        builder.Property<DateTimeOffset?>(PasskeyColumns.LastUsedAt);
    }
}

/// <summary>What we keep about a passkey beside Identity's own record of it.</summary>
internal static class PasskeyColumns
{
    /// <summary>What addresses and the API call it; the credential's own number is long and tells something.</summary>
    public const string Id = "Id";

    public const string LastUsedAt = "LastUsedAt";
}
