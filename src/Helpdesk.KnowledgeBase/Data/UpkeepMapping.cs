using Helpdesk.KnowledgeBase.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpdesk.KnowledgeBase.Data;

internal sealed class UpkeepMapping : IEntityTypeConfiguration<DismissedGap>
{
    public void Configure(EntityTypeBuilder<DismissedGap> builder)
    {
        builder.ToTable("dismissed_gaps");
        builder.HasKey(gap => gap.Folded);
        builder.Property(gap => gap.Folded).HasMaxLength(AskedSearch.WordsLength);
    }
}
