namespace Helpdesk.Tickets.Model;

/// <summary>A filter of the queue under a name, for its owner, a team or everybody who works here.</summary>
internal sealed class SavedView : IShared
{
    public const int NameLength = 100;
    public const int QueryLength = 2_000;

    public Guid Id { get; init; }

    public Guid OwnerId { get; init; }

    public Sharing Sharing { get; set; }

    /// <summary>With whom, when it is shared with a team.</summary>
    public Guid? TeamId { get; set; }

    public string Name { get; set; } = "";

    /// <summary>The filter as the queue's address has it, such as status=open&amp;tag=vpn.</summary>
    public string Query { get; set; } = "";

    public string Sort { get; set; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public int Version { get; set; }
}

/// <summary>What somebody keeps for themselves, for a team or for everybody who works here.</summary>
internal interface IShared
{
    Guid OwnerId { get; }

    Sharing Sharing { get; }

    /// <summary>With whom, when it is shared with a team.</summary>
    Guid? TeamId { get; }
}

/// <summary>Who may use what somebody keeps.</summary>
internal enum Sharing
{
    Own = 0,
    Team = 1,
    Everybody = 2,
}

/// <summary>How a person wants the queue's table.</summary>
internal sealed class QueueLayout
{
    public Guid UserId { get; init; }

    /// <summary>The shown columns in their order.</summary>
    public string[] Columns { get; set; } = [];
}
