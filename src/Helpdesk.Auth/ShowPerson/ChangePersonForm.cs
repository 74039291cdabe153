using Helpdesk.Auth.ChangePerson;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.People;
using Helpdesk.Platform;

namespace Helpdesk.Auth.ShowPerson;

/// <summary>What one of the forms of a person's page brings; each brings its own field.</summary>
internal sealed record ChangePersonForm
{
    public string? Name { get; init; }

    public string? Role { get; init; }

    public bool? RequireTwoFactor { get; init; }

    public bool? IsActive { get; init; }

    /// <summary>No tick at all means no team.</summary>
    public bool SetsTeams { get; init; }

    public List<Guid> TeamIds { get; init; } = [];

    /// <summary>The teams that were ticked when the form was shown.</summary>
    public List<Guid> SeenTeamIds { get; init; } = [];

    public ChangePersonRequest ToRequest(PersonView person) => new()
    {
        Name = Name,
        Role = Role,
        RequireTwoFactor = RequireTwoFactor,
        IsActive = IsActive == true ? true : null,
        TeamIds = SetsTeams ? TeamsOf(person) : null,
    };

    // A tick that nobody touched undoes nobody's change.
    private List<Guid> TeamsOf(PersonView person) =>
        [.. person.Teams.Select(team => team.Id).Except(SeenTeamIds.Except(TeamIds)).Union(TeamIds.Except(SeenTeamIds))];

    public string SaysOf(PersonView person) =>
        Role is not null ? $"{person.Name} is now {PeopleRules.WithArticle(Words.Read<Role>(person.Role)!.Value)}. It counts from the next click."
        : RequireTwoFactor is { } isRequired ? isRequired ? $"{person.Name} must have a second factor from the next sign-in on." : $"{person.Name} may sign in as the site's settings say."
        : IsActive is not null ? $"{person.Name} may sign in again."
        : "Saved.";
}
