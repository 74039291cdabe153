using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpdesk.Platform.Http;

/// <summary>How often something was tried within one window, shared by all instances.</summary>
internal sealed class RateCounter
{
    public string Key { get; init; } = "";

    public int Count { get; init; }

    public DateTimeOffset WindowEndsAt { get; init; }
}

internal sealed class RateCounterMapping : IEntityTypeConfiguration<RateCounter>
{
    public void Configure(EntityTypeBuilder<RateCounter> builder)
    {
        // Unlogged: losing the counters in a crash of the database costs one window, writing them safely costs every sign-in.
        builder.ToTable("rate_counters");
        builder.IsUnlogged();
        builder.HasKey(counter => counter.Key);
        builder.Property(counter => counter.Key).HasMaxLength(300);
        builder.HasIndex(counter => counter.WindowEndsAt);
    }
}
