namespace Helpdesk.Auth.Contracts;

/// <summary>Names of people for the other modules, always in batches. Who was anonymised is not in it.</summary>
public interface IUserDirectory
{
    Task<IReadOnlyDictionary<Guid, UserCard>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>People whose name or address holds the text, best first.</summary>
    Task<IReadOnlyList<UserCard>> SearchAsync(string text, int limit, CancellationToken cancellationToken);

    /// <summary>The person with exactly this address, in any case of letters.</summary>
    Task<UserCard?> FindByEmailAsync(string email, CancellationToken cancellationToken);

    /// <summary>Active agents and admins by name; kept in memory and renewed when one changes.</summary>
    ValueTask<IReadOnlyList<UserCard>> StaffAsync(CancellationToken cancellationToken);

    /// <summary>How many people may sign in.</summary>
    Task<int> CountAsync(CancellationToken cancellationToken);
}
