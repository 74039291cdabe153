namespace Helpdesk.Platform.Trials;

/// <summary>One step of a trial that an admin asked for.</summary>
/// <param name="What">What was tried, such as "Write".</param>
/// <param name="Worked">Whether it did.</param>
/// <param name="Said">What was said to it, in words; never a secret.</param>
/// <param name="Took">How long it took.</param>
public sealed record TrialStep(string What, bool Worked, string Said, TimeSpan Took);

/// <summary>Sends a mail at once, past the outbox, and tells what the server said.</summary>
public interface IMailTrial
{
    Task<TrialStep> SendAsync(string address, string name, CancellationToken cancellationToken);
}

/// <summary>Writes, reads and deletes a file where new files go.</summary>
public interface IFileTrial
{
    /// <summary>Where new files go, and which settings of the environment say so.</summary>
    FilePlaceView Place { get; }

    /// <summary>The steps until one did not work.</summary>
    Task<IReadOnlyList<TrialStep>> RunAsync(CancellationToken cancellationToken);
}

/// <summary>Where new files go.</summary>
/// <param name="Store">local or s3.</param>
/// <param name="Where">The folder, or the bucket and its address.</param>
/// <param name="Scanner">The virus scanner; null where there is none.</param>
public sealed record FilePlaceView(string Store, string Where, string? Scanner);
