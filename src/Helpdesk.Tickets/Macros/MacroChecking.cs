using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Tickets.Categories;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.OpenTicket;

namespace Helpdesk.Tickets.Macros;

/// <summary>Turns the words of a macro into ids of things that exist, or says what there is no such thing of.</summary>
internal sealed class MacroChecking(CategoryList categories, IUserDirectory people, ITeamDirectory teams)
{
    public async Task<Outcome<MacroChange>> ReadAsync(MacroChange change, CancellationToken cancellationToken)
    {
        var errors = new Dictionary<string, string[]>();
        var category = change.Category is { } word ? (await categories.GetAsync(cancellationToken)).Find(word) : null;
        if (change.Category is not null && category is not { IsActive: true })
        {
            errors["Change.Category"] = [OpenTicketReading.ChooseCategory];
        }

        if (change.Assignee is not (null or MacroChange.Me or MacroChange.Nobody)
            && !(await people.StaffAsync(cancellationToken)).Any(member => member.Id.ToString() == change.Assignee))
        {
            errors["Change.Assignee"] = ["Choose an active member of the helpdesk team."];
        }

        if (change.Team is not (null or MacroChange.Nobody)
            && !(await teams.TeamsAsync(cancellationToken)).Any(team => team.IsActive && team.Id.ToString() == change.Team))
        {
            errors["Change.Team"] = ["Choose a team."];
        }

        return errors.Count > 0 ? new Refusal.Invalid(errors) : change with
        {
            Category = category?.Id.ToString(),
            AddTags = [.. Tags.Normalise(change.AddTags)],
            RemoveTags = [.. Tags.Normalise(change.RemoveTags)],
        };
    }
}
