namespace Helpdesk.Auth.Model;

/// <summary>Who gets the open work of somebody who left: decided with the leaving, removed when it is done, so that a crash in between loses nothing.</summary>
internal sealed class PendingHandOver
{
    public Guid UserId { get; init; }

    /// <summary>Null, as the team is: it is everybody's again.</summary>
    public Guid? TakerId { get; set; }

    public Guid? TeamId { get; set; }

    public Guid? ActorId { get; set; }

    public DateTimeOffset AskedAt { get; set; }
}
