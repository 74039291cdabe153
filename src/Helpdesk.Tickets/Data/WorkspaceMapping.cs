using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpdesk.Tickets.Data;

internal sealed class WorkspaceMapping :
    IEntityTypeConfiguration<SavedView>,
    IEntityTypeConfiguration<QueueLayout>,
    IEntityTypeConfiguration<Macro>,
    IEntityTypeConfiguration<CannedAnswer>,
    IEntityTypeConfiguration<BulkRun>,
    IEntityTypeConfiguration<BulkItem>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("saved_views");
        builder.Property(view => view.Id).ValueGeneratedNever();
        builder.Property(view => view.Name).HasMaxLength(SavedView.NameLength);
        builder.Property(view => view.Query).HasMaxLength(SavedView.QueryLength);
        builder.Property(view => view.Sort).HasMaxLength(30);
        builder.Property(view => view.Version).IsConcurrencyToken();
        builder.HasIndex(view => view.OwnerId);
    }

    public void Configure(EntityTypeBuilder<QueueLayout> builder)
    {
        builder.ToTable("queue_layouts");
        builder.HasKey(layout => layout.UserId);
    }

    public void Configure(EntityTypeBuilder<Macro> builder)
    {
        builder.ToTable("macros");
        builder.Property(macro => macro.Id).ValueGeneratedNever();
        builder.Property(macro => macro.Name).HasMaxLength(Macro.NameLength);
        builder.Property(macro => macro.Change).HasColumnType("jsonb");
        builder.Property(macro => macro.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<CannedAnswer> builder)
    {
        builder.ToTable("canned_answers");
        builder.Property(answer => answer.Id).ValueGeneratedNever();
        builder.Property(answer => answer.Name).HasMaxLength(CannedAnswer.NameLength);
        builder.Property(answer => answer.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<BulkRun> builder)
    {
        builder.ToTable("bulk_runs");
        builder.Property(run => run.Id).ValueGeneratedNever();
        builder.Property(run => run.Change).HasColumnType("jsonb");
        builder.HasIndex(run => run.CreatedAt).HasDatabaseName("ix_bulk_runs_waiting").HasFilter("done_at is null");
        builder.HasIndex(run => new { run.UserId, run.CreatedAt });
    }

    public void Configure(EntityTypeBuilder<BulkItem> builder)
    {
        builder.ToTable("bulk_items");
        builder.HasKey(item => new { item.RunId, item.TicketId });
        builder.Property(item => item.Sentence).HasMaxLength(BulkItem.SentenceLength);
        builder.Property(item => item.Before).HasColumnType("jsonb");
        builder.Property(item => item.After).HasColumnType("jsonb");
        builder.HasOne<BulkRun>().WithMany().HasForeignKey(item => item.RunId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(item => item.RunId).HasDatabaseName("ix_bulk_items_waiting").HasFilter("result = 0");
    }
}
