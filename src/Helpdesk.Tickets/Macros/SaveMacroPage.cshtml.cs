using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Categories;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.Macros;

[Authorize(Policy = Policy.Staff)]
internal sealed class SaveMacroPage(SaveMacroHandler save, ShowMacroHandler show, PreviewMacrosHandler previews, MacroChoices choices, CurrentUser user) : PageModel
{
    private const string New = "new";

    [BindProperty]
    public MacroForm Form { get; set; } = new();

    public bool IsNew => (string?)RouteData.Values["id"] == New;

    /// <summary>Number or id of the ticket that shows what the macro would do.</summary>
    [BindProperty]
    public string TryOn { get; set; } = "";

    public FilledMacro? Preview { get; private set; }

    public IReadOnlyList<CategoryView> Categories { get; private set; } = [];

    public IReadOnlyList<UserCard> Staff { get; private set; } = [];

    public IReadOnlyList<TeamCard> AllTeams { get; private set; } = [];

    public IEnumerable<TeamCard> MyTeams => AllTeams.Where(team => user.IsAdmin || team.Has(user.Id));

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        if (id == New)
        {
            return Page();
        }

        if (!Guid.TryParse(id, out var known) || (await show.HandleAsync(known, user, cancellationToken)).Value is not { } macro)
        {
            return NotFound();
        }

        Form = MacroForm.Of(macro);
        return Page();
    }

    /// <summary>Shows what it would do, and saves nothing.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        return (await previews.TryAsync(new PreviewMacroRequest { Macro = Form.ToRequest(), Ticket = TryOn }, user, cancellationToken)).ToPage(this, nameof(Form), preview =>
        {
            Preview = preview;
            return Page();
        });
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        Guid? known = Guid.TryParse(id, out var parsed) ? parsed : null;
        if (known is null && id != New)
        {
            return NotFound();
        }

        return (await save.HandleAsync(known, Form.ToRequest(), user, cancellationToken)).ToPage(this, nameof(Form), _ =>
        {
            TempData["flash"] = "Saved.";
            return Redirect("/queue/macros");
        });
    }

    private async Task PrepareAsync(CancellationToken cancellationToken) =>
        (Categories, Staff, AllTeams) = await choices.ReadAsync(cancellationToken);
}

/// <summary>What a macro may set fields to.</summary>
internal sealed class MacroChoices(CategoryList categories, IUserDirectory people, ITeamDirectory teams)
{
    public async Task<(IReadOnlyList<CategoryView> Categories, IReadOnlyList<UserCard> Staff, IReadOnlyList<TeamCard> Teams)> ReadAsync(CancellationToken cancellationToken) => (
        [.. (await categories.GetAsync(cancellationToken)).Active],
        await people.StaffAsync(cancellationToken),
        [.. (await teams.TeamsAsync(cancellationToken)).Where(team => team.IsActive)]);
}
