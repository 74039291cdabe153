using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Platform.Notifications;

/// <summary>A piece of news for one person, kept until read: what happened, to what, by whom. The words are made when it is shown, with the reader's rights of that moment.</summary>
public sealed class Notification
{
    public const int EventLength = 64;
    public const int SubjectLength = 64;

    public Guid Id { get; init; }

    public Guid UserId { get; init; }

    /// <summary>A stable word that a module announced, such as "reply".</summary>
    public string Event { get; init; } = "";

    /// <summary>What it is about; news of one thing are shown as one.</summary>
    public string SubjectKind { get; init; } = "";

    public Guid SubjectId { get; init; }

    /// <summary>Who caused it; null for the helpdesk itself. Nobody is told of their own acts.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>Ids and words that the event needs to be told, as a JSON object.</summary>
    public string Parameters { get; init; } = "{}";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ReadAt { get; set; }
}

internal static class NotificationMapping
{
    public static void MapNotifications(this ModelBuilder modelBuilder, bool ownedHere) =>
        modelBuilder.Entity<Notification>(entity =>
        {
            entity.ToTable("notifications", "platform", table =>
            {
                if (!ownedHere)
                {
                    table.ExcludeFromMigrations();
                }
            });
            entity.Property(news => news.Id).ValueGeneratedNever();
            entity.Property(news => news.Event).HasMaxLength(Notification.EventLength);
            entity.Property(news => news.SubjectKind).HasMaxLength(Notification.SubjectLength);
            entity.Property(news => news.Parameters).HasColumnType("jsonb");
            entity.HasIndex(news => new { news.UserId, news.CreatedAt, news.Id });
            entity.HasIndex(news => news.UserId).HasDatabaseName("ix_notifications_unread").HasFilter("read_at is null");
            entity.HasIndex(news => new { news.SubjectKind, news.SubjectId });
        });

    /// <summary>So that a query of any module can count what waits for somebody.</summary>
    public static void MapUnreadNews(this ModelBuilder modelBuilder) =>
        modelBuilder.HasDbFunction(typeof(UnreadNews).GetMethod(nameof(UnreadNews.Of))!, function => function.HasSchema("platform").HasName("unread_news"));
}
