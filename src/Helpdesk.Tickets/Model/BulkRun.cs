namespace Helpdesk.Tickets.Model;

/// <summary>One change for many tickets, worked off in the background with a result for each, and undone as one.</summary>
internal sealed class BulkRun
{
    /// <summary>How long a finished run can be looked at and undone.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    public Guid Id { get; init; }

    public Guid UserId { get; init; }

    /// <summary>The change as it came; a JSON object.</summary>
    public string Change { get; init; } = "{}";

    public int Total { get; set; }

    public int Changed { get; set; }

    public int Refused { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>The run that this one takes back.</summary>
    public Guid? UndoesId { get; init; }
}

/// <summary>What became of one ticket of a run.</summary>
internal sealed class BulkItem
{
    public const int SentenceLength = 500;

    public Guid RunId { get; init; }

    public Guid TicketId { get; init; }

    public BulkResult Result { get; set; }

    /// <summary>Why it was refused.</summary>
    public string? Sentence { get; set; }

    /// <summary>The fields as they were, so that undo can put them back where nobody changed them since; a JSON object.</summary>
    public string? Before { get; set; }

    public string? After { get; set; }
}

internal enum BulkResult
{
    Waiting = 0,
    Changed = 1,
    Unchanged = 2,
    Refused = 3,
}
