using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Platform.Email;

internal static class EmailOutboxMapping
{
    public static void MapEmailOutbox(this ModelBuilder modelBuilder, bool ownedHere) =>
        modelBuilder.Entity<OutboxEmail>(entity =>
        {
            entity.ToTable("outbox", "platform", table =>
            {
                if (!ownedHere)
                {
                    table.ExcludeFromMigrations();
                }
            });
            entity.Property(mail => mail.Id).ValueGeneratedNever();
            entity.Property(mail => mail.Kind).HasMaxLength(64);
            entity.Property(mail => mail.ToAddress).HasMaxLength(320);
            entity.Property(mail => mail.ToName).HasMaxLength(OutboxEmail.LongestName);
            entity.Property(mail => mail.Parameters).HasColumnType("jsonb");
            entity.Property(mail => mail.MessageId).HasMaxLength(255);
            entity.HasIndex(mail => mail.NextAttemptAt)
                .HasDatabaseName("ix_outbox_due")
                .HasFilter("sent_at is null and failed_at is null and dropped_at is null");
            entity.HasIndex(mail => mail.FailedAt)
                .HasDatabaseName("ix_outbox_failed")
                .HasFilter("failed_at is not null");
        });
}
