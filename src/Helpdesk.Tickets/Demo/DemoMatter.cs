using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.Demo;

/// <summary>A made-up matter: what somebody wrote, and what was said about it since.</summary>
internal sealed record DemoMatter(string Category, TicketPriority Priority, string Subject, string Description, params DemoStep[] Steps)
{
    public string[] Tags { get; init; } = [];

    /// <summary>How many other employees are copied in.</summary>
    public int CopiedIn { get; init; }

    /// <summary>The state at the end; null for the one that the steps lead to.</summary>
    public TicketStatus? Ends { get; init; }
}

/// <summary>Somebody says something, in order of time.</summary>
internal sealed record DemoStep(DemoVoice Voice, string Text, TicketStatus? Status = null)
{
    public static DemoStep Agent(string text) => new(DemoVoice.Agent, text);

    /// <summary>The team asks, and waits for the answer.</summary>
    public static DemoStep Asks(string text) => new(DemoVoice.Agent, text, TicketStatus.WaitingOnEmployee);

    public static DemoStep Solves(string text) => new(DemoVoice.Agent, text, TicketStatus.Resolved);

    public static DemoStep Requester(string text) => new(DemoVoice.Requester, text);

    public static DemoStep Note(string text) => new(DemoVoice.Note, text);
}

internal enum DemoVoice
{
    Agent,
    Requester,
    Note,
}
