using Helpdesk.KnowledgeBase.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpdesk.KnowledgeBase.Data;

internal sealed class ReadershipMapping :
    IEntityTypeConfiguration<Feedback>, IEntityTypeConfiguration<DayOfViews>, IEntityTypeConfiguration<Deflection>,
    IEntityTypeConfiguration<AskedSearch>, IEntityTypeConfiguration<TicketAfterSearch>, IEntityTypeConfiguration<KnownWord>
{
    public void Configure(EntityTypeBuilder<Feedback> builder)
    {
        builder.ToTable("feedback");
        builder.HasKey(feedback => new { feedback.ItemId, feedback.ReaderId });
        builder.Property(feedback => feedback.Comment).HasMaxLength(Feedback.CommentLength);
        builder.HasOne<Item>().WithMany().HasForeignKey(feedback => feedback.ItemId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(feedback => feedback.ReaderId);
        builder.HasIndex(feedback => feedback.GivenAt).HasFilter("not is_helpful");
    }

    public void Configure(EntityTypeBuilder<DayOfViews> builder)
    {
        builder.ToTable("days_of_views");
        builder.HasKey(views => new { views.ItemId, views.Day });
        builder.HasOne<Item>().WithMany().HasForeignKey(views => views.ItemId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(views => views.Day);
    }

    public void Configure(EntityTypeBuilder<Deflection> builder)
    {
        builder.ToTable("deflections");
        builder.Property(deflection => deflection.Id).ValueGeneratedNever();
        builder.HasOne<Item>().WithMany().HasForeignKey(deflection => deflection.ItemId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(deflection => deflection.ReaderId);
        builder.HasIndex(deflection => deflection.SolvedAt);
    }

    public void Configure(EntityTypeBuilder<AskedSearch> builder)
    {
        builder.ToTable("searches");
        builder.Property(search => search.Id).ValueGeneratedNever();
        builder.Property(search => search.Words).HasMaxLength(AskedSearch.WordsLength);
        builder.Property(search => search.Folded).HasMaxLength(AskedSearch.WordsLength);
        builder.HasIndex(search => new { search.ReaderId, search.AskedAt }).HasFilter("reader_id is not null");
        builder.HasIndex(search => new { search.AskedAt, search.Folded }, "ix_searches_without_result").HasFilter("found = 0");
        builder.HasIndex(search => search.AskedAt);
    }

    public void Configure(EntityTypeBuilder<TicketAfterSearch> builder)
    {
        builder.ToTable("tickets_after_searches");
        builder.HasKey(after => new { after.SearchId, after.TicketId });
        builder.HasOne<AskedSearch>().WithMany().HasForeignKey(after => after.SearchId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<KnownWord> builder)
    {
        builder.ToTable("known_words");
        builder.HasKey(known => known.Word);
        builder.Property(known => known.Word).HasMaxLength(KnownWord.Length);
        builder.HasIndex(known => known.Word, "ix_known_words_likeness").HasMethod("gin").HasOperators("gin_trgm_ops");
    }
}
