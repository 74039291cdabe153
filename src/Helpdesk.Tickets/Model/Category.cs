namespace Helpdesk.Tickets.Model;

/// <summary>What a ticket is about, from a list that admins keep.</summary>
internal sealed class Category : IOrdered
{
    public const int NameLength = 100;
    public const int HintLength = 200;

    public Guid Id { get; init; }

    public string Name { get; set; } = "";

    /// <summary>What belongs in it, for whoever files a ticket.</summary>
    public string Hint { get; set; } = "";

    public int Position { get; set; }

    /// <summary>The team that gets what is filed in it; null for none.</summary>
    public Guid? DefaultTeamId { get; set; }

    /// <summary>What is filed in it has this priority when nothing else is said; null for the one of the house.</summary>
    public TicketPriority? DefaultPriority { get; set; }

    public int Version { get; set; }

    /// <summary>Offered for new tickets; old ones keep theirs.</summary>
    public bool IsActive { get; set; } = true;
}
