namespace Helpdesk.Auth.Contracts;

/// <summary>A module where things name a team: it says which, for the team's page, and so that a team that is still named is kept.</summary>
public interface ITeamUses
{
    /// <summary>Kinds of which there is none are left out.</summary>
    Task<IReadOnlyList<TeamUse>> OfAsync(Guid teamId, CancellationToken cancellationToken);
}

/// <summary>Things of one kind that name a team.</summary>
/// <param name="Kind">One of them, as a word of the API such as saved_view.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Links">Where they are; the first ones when there are many.</param>
public sealed record TeamUse(string Kind, int Count, IReadOnlyList<TeamLink> Links);

/// <summary>A page where something that names a team is found.</summary>
public sealed record TeamLink(string Text, string Url);
