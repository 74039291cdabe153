namespace Helpdesk.Tickets.Model;

/// <summary>A set of changes and a reply that are applied together, previewed first.</summary>
internal sealed class Macro : IKept
{
    public const int NameLength = 100;

    public Guid Id { get; init; }

    public Guid OwnerId { get; init; }

    public Sharing Sharing { get; set; }

    public Guid? TeamId { get; set; }

    public string Name { get; set; } = "";

    /// <summary>The changes, as the members of a change of a ticket; a JSON object.</summary>
    public string Change { get; set; } = "{}";

    /// <summary>Markdown with placeholders; empty when the macro says nothing.</summary>
    public string Reply { get; set; } = "";

    public int Position { get; set; }

    public bool IsHidden { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public int Uses { get; set; }

    public int Version { get; set; }
}

/// <summary>A piece of text that agents insert into replies and notes.</summary>
internal sealed class CannedAnswer : IKept
{
    public const int NameLength = 100;

    public Guid Id { get; init; }

    public Guid OwnerId { get; init; }

    public Sharing Sharing { get; set; }

    public Guid? TeamId { get; set; }

    public string Name { get; set; } = "";

    /// <summary>Markdown with placeholders.</summary>
    public string Body { get; set; } = "";

    public int Position { get; set; }

    public bool IsHidden { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public int Uses { get; set; }

    public int Version { get; set; }
}

/// <summary>What agents keep to work with: shared, in an order, counted, and not offered while an administrator hides it.</summary>
internal interface IKept : IShared, IOrdered
{
    Guid Id { get; }

    string Name { get; }

    int Uses { get; }

    bool IsHidden { get; set; }

    int Version { get; set; }
}
