namespace Helpdesk.Platform.Live;

/// <summary>Tells which sessions still live, and who their people are by now: a stream outlasts what was true when it began.</summary>
public interface ISessionPulse
{
    /// <summary>The living ones among the sessions, each with its person as of now.</summary>
    Task<IReadOnlyDictionary<Guid, CurrentUser>> FindAsync(IReadOnlyCollection<Guid> sessionIds, CancellationToken cancellationToken);
}
