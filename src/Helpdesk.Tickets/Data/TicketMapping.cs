using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpdesk.Tickets.Data;

internal sealed class TicketMapping : IEntityTypeConfiguration<Ticket>, IEntityTypeConfiguration<TicketWords>
{
    /// <summary>The states in which a ticket needs somebody; said once, because an index serves only the very condition that it was made with.</summary>
    private const string IsOpen = "status <= 2";

    public void Configure(EntityTypeBuilder<Ticket> builder)
    {
        builder.ToTable("tickets");
        builder.Property(ticket => ticket.Id).ValueGeneratedNever();
        builder.Property(ticket => ticket.Number).HasDefaultValueSql("nextval('tickets.ticket_numbers')").ValueGeneratedOnAdd();
        builder.Property(ticket => ticket.Subject).HasMaxLength(Ticket.SubjectLength);
        builder.Property(ticket => ticket.LastMessagePreview).HasMaxLength(Wording.PreviewLength);
        builder.Property(ticket => ticket.Extras).HasColumnType("jsonb").HasDefaultValue(ExtraValues.None);
        builder.Property(ticket => ticket.Version).IsConcurrencyToken();
        builder.Ignore(ticket => ticket.IsOpen);
        builder.HasOne<Category>().WithMany().HasForeignKey(ticket => ticket.CategoryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Ticket>().WithMany().HasForeignKey(ticket => ticket.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Ticket>().WithMany().HasForeignKey(ticket => ticket.FollowsId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(ticket => ticket.Messages).WithOne().HasForeignKey(message => message.TicketId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(ticket => ticket.Notes).WithOne().HasForeignKey(note => note.TicketId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(ticket => ticket.Events).WithOne().HasForeignKey(entry => entry.TicketId).OnDelete(DeleteBehavior.Restrict);

        builder.HasIndex(ticket => ticket.Number).IsUnique();
        builder.HasIndex(ticket => ticket.MergedIntoId).HasFilter("merged_into_id is not null");
        builder.HasIndex(ticket => ticket.FollowsId).HasFilter("follows_id is not null");
        builder.HasIndex(ticket => ticket.CategoryId);
        builder.HasIndex(ticket => new { ticket.TouchedAt, ticket.Id });
        builder.HasIndex(ticket => new { ticket.CreatedAt, ticket.Id });
        builder.HasIndex(ticket => new { ticket.RequesterId, ticket.UpdatedAt });
        builder.HasIndex(ticket => ticket.ParticipantIds).HasMethod("gin");
        builder.HasIndex(ticket => ticket.Tags).HasMethod("gin");
        builder.HasIndex(ticket => ticket.Extras, "ix_tickets_extras").HasMethod("gin").HasOperators("jsonb_path_ops").HasFilter("extras <> '{}'");
        builder.HasIndex(ticket => new { ticket.TouchedAt, ticket.Id }, "ix_tickets_open").HasFilter(IsOpen);
        builder.HasIndex(ticket => new { ticket.TouchedAt, ticket.Id }, "ix_tickets_unassigned").HasFilter($"{IsOpen} and assignee_id is null");
        builder.HasIndex(ticket => new { ticket.AssigneeId, ticket.TouchedAt, ticket.Id }, "ix_tickets_assigned").HasFilter($"{IsOpen} and assignee_id is not null");
        builder.HasIndex(ticket => new { ticket.AssigneeId, ticket.TouchedAt, ticket.Id }, "ix_tickets_of_assignee").HasFilter("assignee_id is not null");
        builder.HasIndex(ticket => new { ticket.TouchedAt, ticket.Id }, "ix_tickets_waiting").HasFilter("status = 2");
        builder.HasIndex(ticket => new { ticket.TeamId, ticket.TouchedAt, ticket.Id }, "ix_tickets_of_team").HasFilter($"{IsOpen} and team_id is not null");
        builder.HasIndex(ticket => ticket.StatusSince, "ix_tickets_quiet").HasFilter("status in (2, 3)");
        builder.HasIndex(ticket => ticket.SnoozedUntil, "ix_tickets_to_wake").HasFilter("snoozed_until is not null");
        builder.HasIndex(ticket => new { ticket.Priority, ticket.Id }, "ix_tickets_open_by_priority").HasFilter(IsOpen);
        builder.HasIndex(ticket => new { ticket.CategoryId, ticket.TouchedAt, ticket.Id }, "ix_tickets_open_by_category").HasFilter(IsOpen);
        builder.HasIndex(ticket => ticket.Tags, "ix_tickets_open_by_tag").HasMethod("gin").HasFilter(IsOpen);
        builder.HasIndex(ticket => ticket.RequesterId, "ix_tickets_open_of_requester").HasFilter(IsOpen);
        // The second condition is always true: only who states it too, as the figures do, is offered this index. It lies in the order of the
        // table, which looks cheap, and the lists of open tickets would be searched for in all of it.
        builder.HasIndex(ticket => ticket.CreatedAt, "ix_tickets_open_figures").HasFilter($"{IsOpen} and created_at > '-infinity'")
            .IncludeProperties(ticket => new { ticket.Status, ticket.AssigneeId, ticket.FirstRespondedAt, ticket.FirstResponseDueAt, ticket.ResolutionDueAt });
        builder.HasIndex(ticket => new { ticket.ResolvedAt, ticket.Id }, "ix_tickets_resolved").HasFilter("resolved_at is not null");
    }

    public void Configure(EntityTypeBuilder<TicketWords> builder)
    {
        builder.ToTable("ticket_words");
        builder.HasKey(words => words.TicketId);
        builder.HasOne<Ticket>().WithOne().HasForeignKey<TicketWords>(words => words.TicketId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(words => words.PublicWords).HasMethod("gin");
        builder.HasIndex(words => words.StaffWords).HasMethod("gin");
        builder.HasIndex(words => words.Subject).HasMethod("gin").HasOperators("gin_trgm_ops");
    }
}
