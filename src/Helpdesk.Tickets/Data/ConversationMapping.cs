using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpdesk.Tickets.Data;

internal sealed class ConversationMapping :
    IEntityTypeConfiguration<Message>,
    IEntityTypeConfiguration<Note>,
    IEntityTypeConfiguration<TicketEvent>,
    IEntityTypeConfiguration<Category>,
    IEntityTypeConfiguration<ExtraField>,
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
        builder.Property(category => category.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<ExtraField> builder)
    {
        builder.ToTable("extra_fields");
        builder.Property(field => field.Id).ValueGeneratedNever();
        builder.Property(field => field.Key).HasMaxLength(ExtraField.KeyLength);
        builder.Property(field => field.Label).HasMaxLength(ExtraField.LabelLength);
        builder.Property(field => field.Hint).HasMaxLength(ExtraField.HintLength);
        builder.Property(field => field.Version).IsConcurrencyToken();
        builder.HasOne<Category>().WithMany().HasForeignKey(field => field.CategoryId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(field => new { field.CategoryId, field.Key }).IsUnique();
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
