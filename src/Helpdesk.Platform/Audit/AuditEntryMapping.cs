using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Platform.Audit;

internal static class AuditEntryMapping
{
    public static void MapAuditEntries(this ModelBuilder modelBuilder, bool ownedHere) =>
        modelBuilder.Entity<AuditEntry>(entity =>
        {
            entity.ToTable("audit_entries", "platform", table =>
            {
                if (!ownedHere)
                {
                    table.ExcludeFromMigrations();
                }
            });
            entity.Property(entry => entry.Id).ValueGeneratedNever();
            entity.Property(entry => entry.Action).HasMaxLength(AuditEntry.ActionLength);
            entity.Property(entry => entry.SubjectKind).HasMaxLength(AuditEntry.SubjectLength);
            entity.Property(entry => entry.SubjectId).HasMaxLength(AuditEntry.SubjectLength);
            entity.Property(entry => entry.Details).HasColumnType("jsonb");
            entity.Property(entry => entry.Address).HasMaxLength(64);
            entity.HasIndex(entry => new { entry.At, entry.Id }).IsDescending();
            entity.HasIndex(entry => new { entry.ActorId, entry.At });
            entity.HasIndex(entry => new { entry.SubjectKind, entry.SubjectId, entry.At });
        });
}
