using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.SavedViews;

/// <summary>Opened from the queue, with its filter in the address.</summary>
[Authorize(Policy = Policy.Staff)]
internal sealed class SaveViewPage(SaveViewHandler save, ITeamDirectory teams, CurrentUser user) : PageModel
{
    [BindProperty]
    public SaveViewRequest Form { get; set; } = new();

    public IReadOnlyList<TeamCard> Teams { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Form = new SaveViewRequest { Query = Request.QueryString.Value?.TrimStart('?') ?? "" };
        await PrepareAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        return (await save.HandleAsync(Form, user, cancellationToken)).ToPage(this, nameof(Form), view =>
        {
            TempData["flash"] = $"“{view.Name}” is in your views.";
            return Redirect(SavedViewUrls.Of(view));
        });
    }

    private async Task PrepareAsync(CancellationToken cancellationToken) =>
        Teams = [.. (await teams.TeamsAsync(cancellationToken)).Where(team => team.IsActive && team.Has(user.Id))];
}

internal static class SavedViewUrls
{
    /// <summary>The filter itself, so that a colleague can open it too; the id only marks the view as open.</summary>
    public static string Of(SavedViewView view) => $"/queue?{(view.Query.Length == 0 ? "" : $"{view.Query}&")}saved={view.Id}";
}
