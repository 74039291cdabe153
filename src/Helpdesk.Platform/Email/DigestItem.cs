using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Platform.Email;

/// <summary>A mail that its recipient wants to read in the daily digest instead: what the outbox would have held, without secrets.</summary>
public sealed class DigestItem
{
    public Guid Id { get; init; }

    public Guid RecipientId { get; init; }

    /// <summary>The mail kind that turns the parameters into a line.</summary>
    public string Kind { get; init; } = "";

    public string Parameters { get; init; } = "{}";

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The digest that carries it; null while it waits.</summary>
    public Guid? DigestId { get; set; }
}

internal static class DigestItemMapping
{
    public static void MapDigestItems(this ModelBuilder modelBuilder, bool ownedHere) =>
        modelBuilder.Entity<DigestItem>(entity =>
        {
            entity.ToTable("digest_items", "platform", table =>
            {
                if (!ownedHere)
                {
                    table.ExcludeFromMigrations();
                }
            });
            entity.Property(item => item.Id).ValueGeneratedNever();
            entity.Property(item => item.Kind).HasMaxLength(64);
            entity.Property(item => item.Parameters).HasColumnType("jsonb");
            entity.HasIndex(item => item.RecipientId).HasDatabaseName("ix_digest_items_waiting").HasFilter("digest_id is null");
            entity.HasIndex(item => item.DigestId);
        });
}
