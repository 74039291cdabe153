using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Platform.Http;

/// <summary>A request that was carried out, kept so that its repetition answers the same instead of doing it again.</summary>
public sealed class IdempotencyKey
{
    /// <summary>The account that called.</summary>
    public Guid CallerId { get; init; }

    public string Key { get; init; } = "";

    /// <summary>SHA-256 over method, path and body.</summary>
    public byte[] RequestHash { get; init; } = [];

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null until the answer is stored; the use case itself is done as soon as the row is there.</summary>
    public int? Status { get; set; }

    public string? Location { get; set; }

    public byte[]? Body { get; set; }
}

internal static class IdempotencyKeyMapping
{
    public const string Constraint = "pk_idempotency_keys";

    public static void MapIdempotencyKeys(this ModelBuilder modelBuilder, bool ownedHere) =>
        modelBuilder.Entity<IdempotencyKey>(entity =>
        {
            entity.ToTable("idempotency_keys", "platform", table =>
            {
                if (!ownedHere)
                {
                    table.ExcludeFromMigrations();
                }
            });
            entity.HasKey(key => new { key.CallerId, key.Key }).HasName(Constraint);
            entity.Property(key => key.Key).HasMaxLength(255);
            entity.HasIndex(key => key.CreatedAt);
        });
}
