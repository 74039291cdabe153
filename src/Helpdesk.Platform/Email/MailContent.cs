namespace Helpdesk.Platform.Email;

/// <summary>A mail's words, independent of HTML and plain text; both are rendered from this.</summary>
public sealed record MailContent
{
    /// <summary>One line; begins with the fact.</summary>
    public required string Subject { get; init; }

    /// <summary>What a mailbox shows beside the subject; at most 90 characters.</summary>
    public required string Preheader { get; init; }

    public required string Heading { get; init; }

    public required IReadOnlyList<MailBlock> Blocks { get; init; }

    /// <summary>Why the reader gets this mail, one sentence for the footer.</summary>
    public required string Reason { get; init; }

    /// <summary>The reader may choose not to get such mails; the footer then says where.</summary>
    public bool IsChosen { get; init; }

    public string Language { get; init; } = "en";
}

/// <summary>A part of a mail, in reading order.</summary>
public abstract record MailBlock
{
    private MailBlock()
    {
    }

    /// <summary>A plain sentence or several; never Markdown.</summary>
    public sealed record Paragraph(string Text) : MailBlock;

    /// <summary>What somebody wrote, as Markdown, with who and when.</summary>
    public sealed record Message(string Author, DateTimeOffset At, string Markdown) : MailBlock;

    /// <summary>The one thing to do; shown as a button and as the same link in full.</summary>
    public sealed record Button(string Text, string Url) : MailBlock;

    /// <summary>Several things to open, in reading order.</summary>
    public sealed record Links(IReadOnlyList<(string Text, string Url)> Rows) : MailBlock;

    /// <summary>Names and values, such as status and priority.</summary>
    public sealed record Facts(IReadOnlyList<(string Name, string Value)> Rows) : MailBlock;
}
