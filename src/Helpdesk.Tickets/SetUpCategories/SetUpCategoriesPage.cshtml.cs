using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.SetUpCategories;

/// <summary>Step 4 of the first run: what tickets are about.</summary>
[Authorize(Policy = Policy.Admin)]
internal sealed class SetUpCategoriesPage(SetUpCategoriesHandler setUp, CurrentUser user) : PageModel
{
    private const int Empty = 3;

    [BindProperty]
    public SetUpCategoriesRequest Form { get; set; } = new();

    /// <summary>Those that are there and some empty lines for more.</summary>
    public IEnumerable<SetUpCategory> Lines => Form.Categories.Concat(Enumerable.Repeat(new SetUpCategory(), Empty));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        (await setUp.ShowAsync(user, cancellationToken)).ToPage(this, nameof(Form), there =>
        {
            Form = new SetUpCategoriesRequest { Categories = [.. there] };
            return Page();
        });

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        (await setUp.HandleAsync(Form, user, cancellationToken)).ToPage(this, nameof(Form), _ => Redirect(SetUpSteps.People));
}
