using Helpdesk.Platform.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Data;

internal sealed class TicketsDbContext(DbContextOptions<TicketsDbContext> options) : DbContext(options)
{
    public const string Schema = "tickets";

    public DbSet<Ticket> Tickets => Set<Ticket>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<Note> Notes => Set<Note>();

    public DbSet<TicketEvent> Events => Set<TicketEvent>();

    public DbSet<Category> Categories => Set<Category>();

    public DbSet<ExtraField> ExtraFields => Set<ExtraField>();

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<Sighting> Sightings => Set<Sighting>();

    public DbSet<TicketWords> Words => Set<TicketWords>();

    public DbSet<SavedView> SavedViews => Set<SavedView>();

    public DbSet<QueueLayout> QueueLayouts => Set<QueueLayout>();

    public DbSet<Macro> Macros => Set<Macro>();

    public DbSet<CannedAnswer> CannedAnswers => Set<CannedAnswer>();

    public DbSet<TicketLink> Links => Set<TicketLink>();

    public DbSet<HeldReply> HeldReplies => Set<HeldReply>();

    public DbSet<Presence> Presences => Set<Presence>();

    public DbSet<Mute> Mutes => Set<Mute>();

    public DbSet<BulkRun> BulkRuns => Set<BulkRun>();

    public DbSet<BulkItem> BulkItems => Set<BulkItem>();

    public DbSet<ItemRead> ItemsRead => Set<ItemRead>();

    public DbSet<TeamTurn> TeamTurns => Set<TeamTurn>();

    public DbSet<KnownWord> KnownWords => Set<KnownWord>();

    public DbSet<DayOfFacts> DaysOfFacts => Set<DayOfFacts>();

    public DbSet<DayToRecount> DaysToRecount => Set<DayToRecount>();

    /// <summary>For the rare ticket whose number must be known before it is saved.</summary>
    public async Task<int> NextNumberAsync(CancellationToken cancellationToken) =>
        await Database.SqlQuery<int>($"select nextval('tickets.ticket_numbers')::int as \"Value\"").SingleAsync(cancellationToken);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasSequence<int>("ticket_numbers").StartsAt(1);
        modelBuilder.MapModule(Schema, typeof(TicketsDbContext).Assembly);
    }
}
