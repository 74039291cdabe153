using Helpdesk.KnowledgeBase.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpdesk.KnowledgeBase.Data;

internal sealed class ShelfMapping : IEntityTypeConfiguration<Category>, IEntityTypeConfiguration<Tag>
{
    public void Configure(EntityTypeBuilder<Category> builder)
    {
        builder.ToTable("categories");
        builder.Property(category => category.Id).ValueGeneratedNever();
        builder.Property(category => category.Name).HasMaxLength(Category.NameLength);
        builder.Property(category => category.Version).IsConcurrencyToken();
        builder.HasOne<Category>().WithMany().HasForeignKey(category => category.ParentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(category => new { category.ParentId, category.Name }).IsUnique().AreNullsDistinct(false);
    }

    public void Configure(EntityTypeBuilder<Tag> builder)
    {
        builder.ToTable("tags");
        builder.Property(tag => tag.Id).ValueGeneratedNever();
        builder.Property(tag => tag.Name).HasMaxLength(Tag.NameLength);
        builder.HasIndex(tag => tag.Name).IsUnique();
    }
}
