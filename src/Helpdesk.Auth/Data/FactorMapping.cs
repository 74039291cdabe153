using Helpdesk.Auth.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpdesk.Auth.Data;

internal sealed class FactorMapping :
    IEntityTypeConfiguration<TotpFactor>,
    IEntityTypeConfiguration<RecoveryCode>,
    IEntityTypeConfiguration<SignInAttempt>,
    IEntityTypeConfiguration<UsedChallenge>,
    IEntityTypeConfiguration<KnownDevice>
{
    public void Configure(EntityTypeBuilder<TotpFactor> builder)
    {
        builder.ToTable("totp_factors");
        builder.HasKey(factor => factor.UserId);
        // Of two who send one code at once, the save of one fails.
        builder.Property(factor => factor.LastStep).IsConcurrencyToken();
        builder.HasOne<User>().WithOne().HasForeignKey<TotpFactor>(factor => factor.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("recovery_codes");
        builder.Property(code => code.Id).ValueGeneratedNever();
        builder.Property(code => code.UsedAt).IsConcurrencyToken();
        builder.HasOne<User>().WithMany().HasForeignKey(code => code.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SignInAttempt> builder)
    {
        builder.ToTable("sign_in_attempts");
        builder.HasKey(attempt => attempt.Hash);
        builder.Property(attempt => attempt.SecurityStamp).HasMaxLength(64);
        builder.Property(attempt => attempt.UsedAt).IsConcurrencyToken();
        builder.HasOne<User>().WithMany().HasForeignKey(attempt => attempt.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(attempt => attempt.ExpiresAt);
    }

    public void Configure(EntityTypeBuilder<UsedChallenge> builder)
    {
        builder.ToTable("used_challenges");
        builder.HasKey(used => used.Hash);
        builder.HasIndex(used => used.ExpiresAt);
    }

    public void Configure(EntityTypeBuilder<KnownDevice> builder)
    {
        builder.ToTable("known_devices");
        builder.Property(device => device.Id).ValueGeneratedNever();
        builder.Property(device => device.Label).HasMaxLength(Session.DeviceLabelLength);
        builder.HasOne<User>().WithMany().HasForeignKey(device => device.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(device => new { device.UserId, device.Hash }).IsUnique();
    }
}
