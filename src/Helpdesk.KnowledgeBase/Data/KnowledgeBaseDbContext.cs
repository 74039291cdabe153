using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.Data;

internal sealed class KnowledgeBaseDbContext(DbContextOptions<KnowledgeBaseDbContext> options) : DbContext(options)
{
    public const string Schema = "kb";

    public DbSet<Item> Items => Set<Item>();

    public DbSet<ItemVersion> Versions => Set<ItemVersion>();

    public DbSet<Writing> Writings => Set<Writing>();

    public DbSet<FormerSlug> FormerSlugs => Set<FormerSlug>();

    public DbSet<Category> Categories => Set<Category>();

    public DbSet<Tag> Tags => Set<Tag>();

    public DbSet<Feedback> Feedback => Set<Feedback>();

    public DbSet<DayOfViews> DaysOfViews => Set<DayOfViews>();

    public DbSet<AskedSearch> Searches => Set<AskedSearch>();

    public DbSet<TicketAfterSearch> TicketsAfterSearches => Set<TicketAfterSearch>();

    public DbSet<Deflection> Deflections => Set<Deflection>();

    public DbSet<KnownWord> KnownWords => Set<KnownWord>();

    public DbSet<DismissedGap> DismissedGaps => Set<DismissedGap>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.MapModule(Schema, typeof(KnowledgeBaseDbContext).Assembly);
}
