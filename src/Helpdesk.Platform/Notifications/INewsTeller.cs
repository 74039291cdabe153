namespace Helpdesk.Platform.Notifications;

/// <summary>What a piece of news says: what it is about, where that is, and what happened.</summary>
public sealed record NewsLine(string Subject, string Url, string Text)
{
    /// <summary>Where to post that one wants to hear no more of it; null when there is no such place.</summary>
    public string? MuteUrl { get; init; }
}

/// <summary>Puts news about one kind of thing into words.</summary>
public interface INewsTeller
{
    string SubjectKind { get; }

    /// <summary>By the news' id; what this reader may no longer see is left out.</summary>
    Task<IReadOnlyDictionary<Guid, NewsLine>> TellAsync(
        IReadOnlyCollection<Notification> news, CurrentUser reader, CancellationToken cancellationToken);
}
