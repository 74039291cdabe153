using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Platform.Files;

/// <summary>Where a file is on its way into the house.</summary>
public enum FileState
{
    /// <summary>An address to upload it to was given out; nobody has looked at its bytes yet.</summary>
    Expected = 0,

    /// <summary>Its bytes are there and are what they claim; the virus scanner has not said yet that they are clean.</summary>
    Held = 1,

    /// <summary>It may be read.</summary>
    Ready = 2,

    /// <summary>Its bytes were not what they claim, or harmful; they are gone.</summary>
    Refused = 3,
}

/// <summary>A file and where its bytes lie. Its row is there before its bytes and goes after them, so that no bytes are ever forgotten.</summary>
public sealed class StoredFile
{
    public const int KeyLength = 255;
    public const int TypeLength = 128;
    public const int ReasonLength = 255;

    public Guid Id { get; init; }

    /// <summary>The name of the object in the store: the place's prefix, a number, the kind's extension.</summary>
    public string Key { get; init; } = "";

    /// <summary>The store that has the bytes, such as "local".</summary>
    public string Store { get; internal set; } = "";

    /// <summary>As people see it: cleaned, with its extension.</summary>
    public string Name { get; init; } = "";

    public string ContentType { get; init; } = "";

    public long Size { get; init; }

    /// <summary>Of the bytes, in small hexadecimal digits. Of a file that is only expected: what the sender says, if anything.</summary>
    public string? Sha256 { get; internal set; }

    public FileState State { get; internal set; }

    /// <summary>Why it was refused, as a sentence.</summary>
    public string? Reason { get; internal set; }

    /// <summary>The account that sent it.</summary>
    public Guid CreatedBy { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its last use ended; counts only while it has none.</summary>
    public DateTimeOffset UnusedSince { get; internal set; }

    /// <summary>A store that still has a copy from before the file was moved.</summary>
    public string? LeftIn { get; internal set; }

    public DateTimeOffset? MovedAt { get; internal set; }

    /// <summary>Whether its bytes were looked at and are in the store.</summary>
    public bool IsAdmitted => State is FileState.Held or FileState.Ready;

    /// <summary>Its bytes lie in another store now; the old copy stays for those who have an address that leads there.</summary>
    internal void MoveTo(string store, DateTimeOffset now)
    {
        (LeftIn, Store, MovedAt) = (Store, store, now);
    }

    internal void Admit(string store, bool isClean)
    {
        Store = store;
        State = isClean ? FileState.Ready : FileState.Held;
    }

    /// <summary>The scanner found nothing.</summary>
    internal void Release() => State = FileState.Ready;

    internal void Refuse(string reason)
    {
        State = FileState.Refused;
        Reason = reason;
    }
}

/// <summary>That something of a module has a file. A file without any use is swept after a day.</summary>
public sealed class FileUse
{
    public const int KindLength = 32;

    public Guid FileId { get; init; }

    /// <summary>A stable word of the module, such as "message".</summary>
    public string OwnerKind { get; init; } = "";

    public Guid OwnerId { get; init; }
}

/// <summary>What has a file: a kind in the module's words and an id.</summary>
public sealed record FileOwner(string Kind, Guid Id);

internal static class FileMapping
{
    public static void MapFiles(this ModelBuilder modelBuilder, bool ownedHere)
    {
        modelBuilder.Entity<StoredFile>(entity =>
        {
            entity.ToTable("files", "platform", table =>
            {
                if (!ownedHere)
                {
                    table.ExcludeFromMigrations();
                }
            });
            entity.Property(file => file.Id).ValueGeneratedNever();
            entity.Property(file => file.Key).HasMaxLength(StoredFile.KeyLength);
            entity.Property(file => file.Store).HasMaxLength(16);
            entity.Property(file => file.Name).HasMaxLength(FileName.LongestName);
            entity.Property(file => file.ContentType).HasMaxLength(StoredFile.TypeLength);
            entity.Property(file => file.Sha256).HasMaxLength(64);
            entity.Property(file => file.Reason).HasMaxLength(StoredFile.ReasonLength);
            entity.Property(file => file.LeftIn).HasMaxLength(16);
            entity.HasIndex(file => file.Key).IsUnique();
            entity.HasIndex(file => new { file.CreatedBy, file.CreatedAt });
            entity.HasIndex(file => file.UnusedSince);
            entity.HasIndex(file => file.CreatedAt).HasDatabaseName("ix_files_held").HasFilter("state = 1");
            entity.HasIndex(file => file.MovedAt).HasDatabaseName("ix_files_left").HasFilter("left_in is not null");
        });
        modelBuilder.Entity<FileUse>(entity =>
        {
            entity.ToTable("file_uses", "platform", table =>
            {
                if (!ownedHere)
                {
                    table.ExcludeFromMigrations();
                }
            });
            entity.HasKey(use => new { use.FileId, use.OwnerKind, use.OwnerId });
            entity.Property(use => use.OwnerKind).HasMaxLength(FileUse.KindLength);
            entity.HasIndex(use => new { use.OwnerKind, use.OwnerId });
            // A use and the sweep of its file may come at the same time; the database lets one of them win.
            entity.HasOne<StoredFile>().WithMany().HasForeignKey(use => use.FileId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
