using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpdesk.Tickets.Data;

internal sealed class ConversationMapping :
    IEntityTypeConfiguration<Message>,
    IEntityTypeConfiguration<Note>,
    IEntityTypeConfiguration<TicketEvent>,
    IEntityTypeConfiguration<Category>,
    IEntityTypeConfiguration<Draft>,
    IEntityTypeConfiguration<Sighting>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("messages");
        builder.Property(message => message.Id).ValueGeneratedNever();
        builder.HasIndex(message => new { message.TicketId, message.CreatedAt });
    }

    public void Configure(EntityTypeBuilder<Note> builder)
    {
        builder.ToTable("notes");
        builder.Property(note => note.Id).ValueGeneratedNever();
        builder.HasIndex(note => new { note.TicketId, note.CreatedAt });
    }

    public void Configure(EntityTypeBuilder<TicketEvent> builder)
    {
        builder.ToTable("ticket_events");
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.From).HasMaxLength(TicketEvent.ValueLength);
        builder.Property(entry => entry.To).HasMaxLength(TicketEvent.ValueLength);
        builder.Property(entry => entry.Why).HasMaxLength(TicketEvent.WhyLength);
        builder.HasIndex(entry => new { entry.TicketId, entry.At });
    }

    public void Configure(EntityTypeBuilder<Category> builder)
    {
        builder.ToTable("categories");
        builder.Property(category => category.Id).ValueGeneratedNever();
        builder.Property(category => category.Name).HasMaxLength(Category.NameLength);
        builder.Property(category => category.Hint).HasMaxLength(Category.HintLength);
    }

    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("drafts");
        builder.HasKey(draft => new { draft.UserId, draft.Kind, draft.TicketId });
        builder.Property(draft => draft.Id).ValueGeneratedOnAdd().HasDefaultValueSql("gen_random_uuid()");
        builder.Property(draft => draft.Content).HasColumnType("jsonb");
    }

    public void Configure(EntityTypeBuilder<Sighting> builder)
    {
        builder.ToTable("sightings");
        builder.HasKey(sighting => new { sighting.UserId, sighting.TicketId });
    }
}
