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
            // Who changes a mail that waits must know that no drain has begun with it and that nobody else changed it.
            entity.Property(mail => mail.Parameters).HasColumnType("jsonb").IsConcurrencyToken();
            entity.Property(mail => mail.Attempts).IsConcurrencyToken();
            entity.Property(mail => mail.MessageId).HasMaxLength(255);
            entity.HasIndex(mail => mail.NextAttemptAt)
                .HasDatabaseName("ix_outbox_due")
                .HasFilter("sent_at is null and failed_at is null and dropped_at is null");
            entity.HasIndex(mail => new { mail.RecipientId, mail.NextAttemptAt })
                .HasDatabaseName("ix_outbox_recipient");
            entity.HasIndex(mail => mail.FailedAt)
                .HasDatabaseName("ix_outbox_failed")
                .HasFilter("failed_at is not null");
        });
}
