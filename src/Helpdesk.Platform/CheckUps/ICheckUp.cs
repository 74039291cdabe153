namespace Helpdesk.Platform.CheckUps;

/// <summary>Looks at one thing that the helpdesk depends on; used by the command line and by the health page alike.</summary>
public interface ICheckUp
{
    /// <summary>One or two words, such as "Database".</summary>
    string Name { get; }

    /// <summary>What does not work without it, as a sentence.</summary>
    string Affects { get; }

    /// <summary>Must not throw for what it looks at; a broken thing is a finding.</summary>
    Task<Finding> LookAsync(CancellationToken cancellationToken);
}

/// <summary>What a check-up found, and what to do about it. Holds no secrets.</summary>
public sealed record Finding(FindingState State, string What, string? Remedy = null)
{
    public static Finding Good(string what) => new(FindingState.Good, what);

    public static Finding Doubtful(string what, string remedy) => new(FindingState.Doubtful, what, remedy);

    public static Finding Broken(string what, string remedy) => new(FindingState.Broken, what, remedy);
}

/// <summary>How bad it is.</summary>
public enum FindingState
{
    Good = 0,
    Doubtful = 1,
    Broken = 2,
}
