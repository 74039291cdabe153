using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.ManageTeams;

/// <summary>A new team, or one that is there.</summary>
[Authorize(Policy = Policy.Admin)]
internal sealed class SaveTeamPage(SaveTeamHandler save, ShowTeamHandler show, TeamReading reading, CurrentUser user) : PageModel
{
    private const string New = "new";

    [BindProperty]
    public TeamForm Form { get; set; } = new();

    /// <summary>Null while it is made.</summary>
    public TeamDetailView? View { get; private set; }

    /// <summary>Somebody else saved it meanwhile; whoever saves again puts theirs in its place.</summary>
    public bool IsStale { get; private set; }

    /// <summary>Active staff, and members who are none any more.</summary>
    public IReadOnlyList<TeamMemberView> Choices { get; private set; } = [];

    public CurrentUser Reader => user;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (!await PrepareAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Form = View is null ? new TeamForm() : TeamForm.Of(View);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        if (!await PrepareAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var saved = await save.HandleAsync(View?.Id, Form.ToRequest(), Form.Version, user, cancellationToken);
        IsStale = saved.Refusal is Refusal.Stale;
        if (IsStale)
        {
            Form = Form with { Version = View!.Version };
        }

        return saved.ToPage(this, nameof(Form), team =>
        {
            TempData["flash"] = View is null ? $"Made the team “{team.Name}”." : "Saved.";
            return Redirect(TeamsPage.Path);
        });
    }

    private async Task<bool> PrepareAsync(string id, CancellationToken cancellationToken)
    {
        var staff = await reading.StaffAsync(cancellationToken);
        if (id != New)
        {
            View = Guid.TryParse(id, out var known) ? (await show.HandleAsync(known, user, cancellationToken)).Value : null;
        }

        Choices = [.. staff, .. View?.Members.Where(member => !member.IsActive) ?? []];
        return id == New || View is not null;
    }
}

internal static class TeamUseText
{
    /// <summary>Such as "2 saved views".</summary>
    public static string Of(TeamUse use) => $"{use.Count} {use.Kind.Replace('_', ' ')}{(use.Count == 1 ? "" : "s")}";
}
