using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpdesk.Platform.Search;

/// <summary>How far the words of an index are gathered in a new language; without a row, all of them are.</summary>
internal sealed class WordsToGather
{
    public string Name { get; init; } = "";

    public Guid After { get; set; }
}

internal sealed class WordsToGatherMapping : IEntityTypeConfiguration<WordsToGather>
{
    public void Configure(EntityTypeBuilder<WordsToGather> builder)
    {
        builder.ToTable("words_to_gather");
        builder.HasKey(row => row.Name);
        builder.Property(row => row.Name).HasMaxLength(50);
    }
}
