using Helpdesk.KnowledgeBase.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NpgsqlTypes;

namespace Helpdesk.KnowledgeBase.Data;

internal sealed class ItemMapping : IEntityTypeConfiguration<Item>
{
    public void Configure(EntityTypeBuilder<Item> builder)
    {
        builder.ToTable("items");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.Title).HasMaxLength(Item.TitleLength);
        builder.Property(item => item.Slug).HasMaxLength(Slugs.Length + 20);
        builder.Property(item => item.Summary).HasMaxLength(Item.SummaryLength);
        builder.Property(item => item.Category).HasMaxLength(100);
        builder.Property(item => item.Version).IsConcurrencyToken();
        builder.Property<NpgsqlTsVector>(ItemSearch.Column).HasComputedColumnSql(
            """
            setweight(to_tsvector('platform.words'::regconfig, title), 'A')
            || setweight(to_tsvector('platform.words'::regconfig, summary), 'B')
            || setweight(to_tsvector('platform.words'::regconfig, body), 'C')
            """,
            stored: true);
        builder.HasIndex(ItemSearch.Column).HasMethod("gin");
        builder.HasIndex(item => item.Slug).IsUnique();
        builder.HasIndex(item => item.UpdatedAt).IsDescending();
    }
}
