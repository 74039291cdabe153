using Helpdesk.Platform.Notifications;

namespace Helpdesk.Auth.Model;

/// <summary>How a person wants to hear of one event, where that differs from the standard.</summary>
internal sealed class NotificationChoice
{
    public const int EventLength = 64;

    public Guid UserId { get; init; }

    /// <summary>A stable word that a module announced.</summary>
    public string Event { get; init; } = "";

    public bool InApp { get; set; }

    public MailPace Mail { get; set; }
}
