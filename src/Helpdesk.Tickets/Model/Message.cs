using Helpdesk.Platform.Markdown;

namespace Helpdesk.Tickets.Model;

/// <summary>What somebody said to everybody on the ticket. It never changes, but an admin may take its words out.</summary>
internal sealed class Message
{
    public const int BodyLength = 100_000;

    public Guid Id { get; init; }

    public Guid TicketId { get; init; }

    public Guid AuthorId { get; init; }

    /// <summary>Written for the helpdesk, not by or for the requester.</summary>
    public bool IsFromStaff { get; init; }

    /// <summary>Markdown; empty once redacted.</summary>
    public string Body { get; set; } = "";

    public TicketChannel Channel { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? RedactedAt { get; set; }

    public Guid? RedactedById { get; set; }

    /// <summary>What its files are called, a line each; people find it by them.</summary>
    public string FileNames { get; set; } = "";

    /// <summary>The message of another ticket that a split copied it from.</summary>
    public Guid? SplitFromId { get; init; }
}

/// <summary>What the team tells itself about a ticket: a table of its own, so that nothing for employees can reach it by forgetting a filter.</summary>
internal sealed class Note
{
    public Guid Id { get; init; }

    public Guid TicketId { get; init; }

    public Guid AuthorId { get; init; }

    /// <summary>Markdown; empty once redacted.</summary>
    public string Body { get; set; } = "";

    public TicketChannel Channel { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? RedactedAt { get; set; }

    public Guid? RedactedById { get; set; }

    /// <summary>What its files are called, a line each.</summary>
    public string FileNames { get; set; } = "";
}

/// <summary>Markdown as it was written, with its beginning on one line for lists.</summary>
internal sealed record Wording(string Body, string Preview)
{
    public const int PreviewLength = 160;

    // It holds no state but a pool of parsers, and entities must be able to say how they begin.
    private static readonly MarkdownRenderer Markdown = new();

    /// <summary>What a form or a client sent, with the line ends that Markdown has.</summary>
    public static Wording Of(string body)
    {
        var text = body.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd();
        return new Wording(text, Markdown.Preview(text, PreviewLength));
    }
}
