using Helpdesk.Auth.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpdesk.Auth.Data;

internal sealed class SessionMapping :
    IEntityTypeConfiguration<Session>,
    IEntityTypeConfiguration<AccessToken>,
    IEntityTypeConfiguration<RefreshToken>,
    IEntityTypeConfiguration<OneTimeToken>,
    IEntityTypeConfiguration<PendingSignUp>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("sessions");
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.Property(session => session.DeviceLabel).HasMaxLength(Session.DeviceLabelLength);
        builder.Property(session => session.IpAddress).HasMaxLength(64);
        builder.HasOne<User>().WithMany().HasForeignKey(session => session.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(session => session.EndedAt).IsConcurrencyToken();
        builder.HasIndex(session => session.ExpiresAt);
    }

    public void Configure(EntityTypeBuilder<AccessToken> builder)
    {
        builder.ToTable("access_tokens");
        builder.HasKey(token => token.Hash);
        builder.HasOne<Session>().WithMany().HasForeignKey(token => token.SessionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(token => token.ExpiresAt);
    }

    public void Configure(EntityTypeBuilder<RefreshToken> builder)
    {
        builder.ToTable("refresh_tokens");
        builder.HasKey(token => token.Hash);
        // Of two who spend it at once, the save of one fails.
        builder.Property(token => token.SpentAt).IsConcurrencyToken();
        builder.HasOne<Session>().WithMany().HasForeignKey(token => token.SessionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(token => token.ExpiresAt);
    }

    public void Configure(EntityTypeBuilder<OneTimeToken> builder)
    {
        builder.ToTable("one_time_tokens");
        builder.HasKey(token => token.Hash);
        builder.Property(token => token.NewEmail).HasMaxLength(User.EmailLength);
        builder.Property(token => token.UsedAt).IsConcurrencyToken();
        builder.HasOne<User>().WithMany().HasForeignKey(token => token.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PendingSignUp>().WithMany().HasForeignKey(token => token.SignUpId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(token => token.ExpiresAt);
    }

    public void Configure(EntityTypeBuilder<PendingSignUp> builder)
    {
        builder.ToTable("pending_sign_ups");
        builder.Property(signUp => signUp.Id).ValueGeneratedNever();
        builder.Property(signUp => signUp.Email).HasMaxLength(User.EmailLength);
        builder.Property(signUp => signUp.Name).HasMaxLength(User.NameLength);
        builder.Property(signUp => signUp.AcceptedAt).IsConcurrencyToken();
        builder.HasIndex(signUp => signUp.CreatedAt);
    }
}
