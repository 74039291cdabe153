using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.Views;

/// <summary>Who may use what somebody keeps, as a word: own, everybody, or the id of a team.</summary>
internal static class SharingWords
{
    public const string Own = "own";
    public const string Everybody = "everybody";
    public const string Choose = "Choose who sees it: you, one of your teams, or everybody.";

    public static string Of(Sharing sharing, Guid? teamId) => sharing switch { Sharing.Everybody => Everybody, Sharing.Team => teamId.ToString()!, _ => Own };

    public static string Say(string sharing, IReadOnlyList<TeamCard> teams) => sharing switch
    {
        Own => "Only you",
        Everybody => "Everybody in the helpdesk team",
        _ => $"Team {teams.FirstOrDefault(known => known.Id.ToString() == sharing)?.Name}",
    };

    /// <summary>Null when it is no such word, or a team that the person is not in. Administrators share with any.</summary>
    public static async Task<(Sharing Kind, Guid? TeamId)?> ReadAsync(string word, ITeamDirectory teams, CurrentUser user, CancellationToken cancellationToken) => word switch
    {
        Own or "" => (Sharing.Own, null),
        Everybody => (Sharing.Everybody, null),
        _ when Guid.TryParse(word, out var team) && (await teams.TeamsAsync(cancellationToken)).Any(known => known.Id == team && known.IsActive && (user.IsAdmin || known.Has(user.Id))) =>
            (Sharing.Team, team),
        _ => null,
    };

    public static async Task<Guid[]> TeamsOfAsync(ITeamDirectory teams, CurrentUser user, CancellationToken cancellationToken) =>
        [.. (await teams.TeamsAsync(cancellationToken)).Where(team => team.Has(user.Id)).Select(team => team.Id)];
}
