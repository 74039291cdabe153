using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.Data;

internal sealed class KnowledgeBaseDbContext(DbContextOptions<KnowledgeBaseDbContext> options) : DbContext(options)
{
    public const string Schema = "kb";

    public DbSet<Item> Items => Set<Item>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.MapModule(Schema, typeof(KnowledgeBaseDbContext).Assembly);
}
