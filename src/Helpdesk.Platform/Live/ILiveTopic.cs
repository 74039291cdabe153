namespace Helpdesk.Platform.Live;

/// <summary>A kind of news that open browsers hear of. It is published by notifying the channel "helpdesk" with "name:data", best in the transaction that writes.</summary>
public interface ILiveTopic
{
    /// <summary>The part of the signal before the colon.</summary>
    string Name { get; }

    /// <summary>What this reader gets to hear, or null when it is not for them. Asked for each reader and each event; the services are those of a scope of its own.</summary>
    Task<LiveEvent?> ForAsync(string data, CurrentUser user, IServiceProvider services, CancellationToken cancellationToken);
}

/// <summary>One event as the browser receives it: a name to listen to, and text (JSON or a piece of a page).</summary>
public sealed record LiveEvent(string Name, string Data);
