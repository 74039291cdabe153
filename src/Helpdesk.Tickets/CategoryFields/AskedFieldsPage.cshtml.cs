using Helpdesk.Platform;
using Helpdesk.Tickets.Categories;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.CategoryFields;

/// <summary>The fields of the category that was chosen on the form of a new ticket: a part of that page.</summary>
[Authorize(Policy = Policy.SignedIn)]
internal sealed class AskedFieldsPage(CategoryList categories, CurrentUser user) : PageModel
{
    public const string Path = "/tickets/new/fields";

    public AskedFields Asked { get; private set; } = default!;

    public async Task OnGetAsync(string? category, CancellationToken cancellationToken) =>
        Asked = AskedFields.For((await categories.GetAsync(cancellationToken)).Offered(category), user);
}
