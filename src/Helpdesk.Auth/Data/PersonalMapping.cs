using Helpdesk.Auth.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpdesk.Auth.Data;

internal sealed class PersonalMapping :
    IEntityTypeConfiguration<NotificationChoice>,
    IEntityTypeConfiguration<DataExport>,
    IEntityTypeConfiguration<DataExportPart>
{
    public void Configure(EntityTypeBuilder<NotificationChoice> builder)
    {
        builder.ToTable("notification_choices");
        builder.HasKey(choice => new { choice.UserId, choice.Event });
        builder.Property(choice => choice.Event).HasMaxLength(NotificationChoice.EventLength);
        builder.HasOne<User>().WithMany().HasForeignKey(choice => choice.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<DataExport> builder)
    {
        builder.ToTable("data_exports");
        builder.Property(export => export.Id).ValueGeneratedNever();
        builder.HasOne<User>().WithMany().HasForeignKey(export => export.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(export => export.AskedAt).HasDatabaseName("ix_data_exports_waiting").HasFilter("ready_at is null and failed_at is null");
    }

    public void Configure(EntityTypeBuilder<DataExportPart> builder)
    {
        builder.ToTable("data_export_parts");
        builder.HasKey(part => new { part.ExportId, part.Number });
        builder.HasOne<DataExport>().WithMany().HasForeignKey(part => part.ExportId).OnDelete(DeleteBehavior.Cascade);
    }
}
