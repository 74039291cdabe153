using Helpdesk.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Data;

internal sealed class TicketsDbContext(DbContextOptions<TicketsDbContext> options) : DbContext(options)
{
    public const string Schema = "tickets";

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.MapModule(Schema, typeof(TicketsDbContext).Assembly);
}
