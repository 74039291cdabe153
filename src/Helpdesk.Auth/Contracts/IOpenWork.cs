namespace Helpdesk.Auth.Contracts;

/// <summary>A module in which people have open work: it says how much, and gives it to somebody else when they stop working here.</summary>
public interface IOpenWork
{
    Task<int> CountAsync(Guid userId, CancellationToken cancellationToken);

    /// <summary>Called after it is saved that the person stops; what is left comes back to everybody. May run any number of times.</summary>
    /// <param name="userId">Who stops.</param>
    /// <param name="taker">Who gets it.</param>
    /// <param name="actorId">Who decided that; null when their account is gone.</param>
    /// <param name="cancellationToken">Ends it after what is saved.</param>
    Task HandOverAsync(Guid userId, WorkTaker taker, Guid? actorId, CancellationToken cancellationToken);
}

/// <summary>Who gets the work: a person, a team, or nobody in particular.</summary>
public sealed record WorkTaker(Guid? PersonId, Guid? TeamId)
{
    public static WorkTaker Nobody { get; } = new(null, null);
}
