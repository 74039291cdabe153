using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpdesk.Tickets.Data;

internal sealed class TogetherMapping :
    IEntityTypeConfiguration<TicketLink>,
    IEntityTypeConfiguration<HeldReply>,
    IEntityTypeConfiguration<Presence>,
    IEntityTypeConfiguration<Mute>,
    IEntityTypeConfiguration<ItemRead>,
    IEntityTypeConfiguration<TeamTurn>,
    IEntityTypeConfiguration<KnownWord>
{
    public void Configure(EntityTypeBuilder<TicketLink> builder)
    {
        builder.ToTable("ticket_links");
        builder.Property(link => link.Id).ValueGeneratedNever();
        builder.HasOne<Ticket>().WithMany().HasForeignKey(link => link.FromId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Ticket>().WithMany().HasForeignKey(link => link.ToId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(link => new { link.FromId, link.ToId, link.Kind }).IsUnique();
        builder.HasIndex(link => link.ToId);
    }

    public void Configure(EntityTypeBuilder<HeldReply> builder)
    {
        builder.ToTable("held_replies");
        builder.Property(reply => reply.Id).ValueGeneratedNever();
        builder.HasOne<Ticket>().WithMany().HasForeignKey(reply => reply.TicketId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(reply => reply.SendsAt).HasDatabaseName("ix_held_replies_waiting").HasFilter("refused_because is null");
        builder.HasIndex(reply => new { reply.TicketId, reply.AuthorId });
    }

    public void Configure(EntityTypeBuilder<Presence> builder)
    {
        builder.ToTable("presences");
        builder.HasKey(presence => new { presence.TicketId, presence.UserId });
        builder.HasIndex(presence => presence.SeenAt);
    }

    public void Configure(EntityTypeBuilder<Mute> builder)
    {
        builder.ToTable("mutes");
        builder.HasKey(mute => new { mute.UserId, mute.TicketId });
        builder.HasIndex(mute => mute.TicketId);
    }

    public void Configure(EntityTypeBuilder<ItemRead> builder)
    {
        builder.ToTable("items_read");
        builder.HasKey(read => new { read.TicketId, read.ItemId });
        builder.HasOne<Ticket>().WithMany().HasForeignKey(read => read.TicketId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<TeamTurn> builder)
    {
        builder.ToTable("team_turns");
        builder.HasKey(turn => turn.TeamId);
        builder.Property(turn => turn.TeamId).ValueGeneratedNever();
        builder.Property(turn => turn.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<KnownWord> builder)
    {
        builder.ToTable("known_words");
        builder.HasKey(known => known.Word);
        builder.Property(known => known.Word).HasMaxLength(KnownWord.Length);
        builder.HasIndex(known => known.Word, "ix_known_words_similar").HasMethod("gin").HasOperators("gin_trgm_ops");
    }
}
