namespace Helpdesk.Platform.Work;

/// <summary>Work that lies in a table and is done piece by piece, by whichever instance takes a piece first.</summary>
public interface IClockWork
{
    /// <summary>How long it waits before it looks again.</summary>
    static virtual TimeSpan Pause => TimeSpan.FromSeconds(1);

    /// <summary>How long it rests between two pieces, where many must not keep the database from answering.</summary>
    static virtual TimeSpan Rest => TimeSpan.Zero;

    /// <summary>True when there may be another piece.</summary>
    Task<bool> DoNextAsync(CancellationToken cancellationToken);
}
