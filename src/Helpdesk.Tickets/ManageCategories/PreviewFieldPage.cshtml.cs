using Helpdesk.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.ManageCategories;

/// <summary>A field as employees would get it, while it is still being made: a part of its form's page.</summary>
[Authorize(Policy = Policy.Admin)]
internal sealed class PreviewFieldPage : PageModel
{
    public const string Path = "/admin/categories/preview";

    [BindProperty(SupportsGet = true, Name = "")]
    public FieldForm Form { get; set; } = new();
}
