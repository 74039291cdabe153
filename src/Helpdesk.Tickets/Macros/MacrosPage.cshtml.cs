using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.Macros;

[Authorize(Policy = Policy.Staff)]
internal sealed class MacrosPage(ListMacrosHandler list, ITeamDirectory teams, CurrentUser user) : PageModel
{
    private IReadOnlyList<TeamCard> all = [];

    public IReadOnlyList<MacroView> List { get; private set; } = [];

    public bool MayChange(MacroView macro) => macro.IsMine || (user.IsAdmin && macro.Sharing != SharingWords.Own);

    public string SharedWith(MacroView macro) => SharingWords.Say(macro.Sharing, all);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        all = await teams.TeamsAsync(cancellationToken);
        return (await list.HandleAsync(user, cancellationToken)).ToPage(this, "", macros =>
        {
            List = macros;
            return Page();
        });
    }
}
