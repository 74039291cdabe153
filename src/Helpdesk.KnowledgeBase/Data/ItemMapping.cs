using Helpdesk.KnowledgeBase.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NpgsqlTypes;

namespace Helpdesk.KnowledgeBase.Data;

internal sealed class ItemMapping :
    IEntityTypeConfiguration<Item>, IEntityTypeConfiguration<ItemVersion>, IEntityTypeConfiguration<Writing>, IEntityTypeConfiguration<FormerSlug>
{
    public void Configure(EntityTypeBuilder<Item> builder)
    {
        builder.ToTable("items");
        builder.Property(item => item.Id).ValueGeneratedNever();
        Text(builder);
        builder.Property(item => item.Slug).HasMaxLength(Slugs.FullLength);
        builder.Property(item => item.Version).IsConcurrencyToken();
        // A vector may have a million bytes; what stands further behind in a long document is not found by its words.
        builder.Property<NpgsqlTsVector>(ItemSearch.Column).HasComputedColumnSql(
            """
            setweight(to_tsvector('platform.words'::regconfig, title), 'A')
            || setweight(to_tsvector('platform.words'::regconfig, summary), 'B')
            || setweight(to_tsvector('platform.words'::regconfig, body), 'C')
            || setweight(to_tsvector('platform.words'::regconfig, transcript || ' ' || left(extracted_text, 250000)), 'D')
            """,
            stored: true);
        builder.Property<NpgsqlTsVector>(ItemSearch.HeadColumn).HasComputedColumnSql(
            """
            setweight(to_tsvector('platform.words'::regconfig, title), 'A') || setweight(to_tsvector('platform.words'::regconfig, summary), 'B')
            """,
            stored: true);
        builder.HasOne(item => item.Category).WithMany().HasForeignKey(item => item.CategoryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Item>().WithMany().HasForeignKey(item => item.ReplacedById).OnDelete(DeleteBehavior.SetNull);
        builder.HasIndex(ItemSearch.Column).HasMethod("gin");
        builder.HasIndex(ItemSearch.HeadColumn).HasMethod("gin");
        builder.HasIndex(item => item.Tags).HasMethod("gin");
        builder.HasIndex(item => item.Title).HasMethod("gin").HasOperators("gin_trgm_ops");
        builder.HasIndex(item => item.Slug).IsUnique();
        builder.HasIndex(item => item.UpdatedAt).IsDescending();
        builder.HasIndex(item => new { item.CategoryId, item.UpdatedAt });
        builder.HasIndex(item => item.OwnerId);
        builder.HasIndex(item => item.PublishAt).HasFilter("publish_at is not null");
        builder.HasIndex(item => item.ExtractAt).HasFilter("extract_at is not null");
        builder.HasIndex(item => item.ReviewBy).HasFilter("review_by is not null");
        builder.HasIndex(item => item.DeletedAt).HasFilter("deleted_at is not null");
    }

    public void Configure(EntityTypeBuilder<ItemVersion> builder)
    {
        builder.ToTable("item_versions");
        builder.HasKey(version => new { version.ItemId, version.Number });
        Text(builder);
        builder.HasOne<Item>().WithMany().HasForeignKey(version => version.ItemId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(version => version.WriterId);
    }

    public void Configure(EntityTypeBuilder<Writing> builder)
    {
        builder.ToTable("writings");
        builder.HasKey(writing => new { writing.ItemId, writing.WriterId });
        Text(builder);
        builder.HasOne<Item>().WithMany().HasForeignKey(writing => writing.ItemId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(writing => writing.WriterId);
    }

    public void Configure(EntityTypeBuilder<FormerSlug> builder)
    {
        builder.ToTable("former_slugs");
        builder.HasKey(former => former.Slug);
        builder.Property(former => former.Slug).HasMaxLength(Slugs.FullLength);
        builder.HasOne<Item>().WithMany().HasForeignKey(former => former.ItemId).OnDelete(DeleteBehavior.Cascade);
    }

    private static void Text<T>(EntityTypeBuilder<T> builder)
        where T : ItemText
    {
        builder.Ignore(item => item.Text);
        builder.Property(item => item.Title).HasMaxLength(ItemText.TitleLength);
        builder.Property(item => item.Summary).HasMaxLength(ItemText.SummaryLength);
        builder.Property(item => item.VideoUrl).HasMaxLength(ItemText.VideoUrlLength);
    }
}
