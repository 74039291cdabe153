using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Email;
using Helpdesk.Platform.Files;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Notifications;
using Helpdesk.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Platform.Data;

internal sealed class PlatformDbContext(DbContextOptions<PlatformDbContext> options) : DbContext(options)
{
    public const string Schema = "platform";

    public DbSet<OutboxEmail> Outbox => Set<OutboxEmail>();

    public DbSet<DigestItem> DigestItems => Set<DigestItem>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<Notification> Notifications => Set<Notification>();

    public DbSet<StoredFile> Files => Set<StoredFile>();

    public DbSet<FileUse> FileUses => Set<FileUse>();
    public DbSet<WordsToGather> WordsToGather => Set<WordsToGather>();

    public DbSet<IdempotencyKey> IdempotencyKeys => Set<IdempotencyKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PlatformDbContext).Assembly);
        modelBuilder.MapSharedTables(ownedHere: true);
        modelBuilder.UseSnakeCase();
    }
}
