using Helpdesk.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Admin.Data;

internal sealed class AdminDbContext(DbContextOptions<AdminDbContext> options) : DbContext(options)
{
    public const string Schema = "admin";

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.MapModule(Schema, typeof(AdminDbContext).Assembly);
}
