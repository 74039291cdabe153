using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Platform.Samples;

/// <summary>That something is sample data. What stands here, and nothing else, is removed with it.</summary>
public sealed class Sample
{
    public const int KindLength = 32;

    /// <summary>The id of the thing itself.</summary>
    public Guid Id { get; init; }

    /// <summary>What it is, in the word of its module for one.</summary>
    public string Kind { get; init; } = "";
}

internal static class SampleMapping
{
    public static void MapSamples(this ModelBuilder modelBuilder, bool ownedHere) =>
        modelBuilder.Entity<Sample>(entity =>
        {
            entity.ToTable("samples", "platform", table =>
            {
                if (!ownedHere)
                {
                    table.ExcludeFromMigrations();
                }
            });
            entity.Property(sample => sample.Id).ValueGeneratedNever();
            entity.Property(sample => sample.Kind).HasMaxLength(Sample.KindLength);
        });
}
