namespace Helpdesk.Tickets.Model;

/// <summary>What a ticket is about, from a list that admins keep.</summary>
internal sealed class Category
{
    public const int NameLength = 100;
    public const int HintLength = 200;

    public Guid Id { get; init; }

    public string Name { get; set; } = "";

    /// <summary>What belongs in it, for whoever files a ticket.</summary>
    public string Hint { get; set; } = "";

    public int Position { get; set; }

    /// <summary>Offered for new tickets; old ones keep theirs.</summary>
    public bool IsActive { get; set; } = true;
}
