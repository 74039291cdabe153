using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Admin.ShowAuditLog;

[Authorize(Policy = Policy.Admin)]
internal sealed class ShowAuditLogPage(ShowAuditLogHandler handler, ISiteSettings settings, CurrentUser user) : PageModel
{
    public const string Path = "/admin/audit";

    private const int Shown = 50;

    [BindProperty(SupportsGet = true, Name = "")]
    public AuditPageRequest Form { get; set; } = new();

    public CursorPage<AuditLineView> Lines { get; private set; } = new([], null);

    public int DaysKept { get; private set; }

    public CurrentUser Reader => user;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        DaysKept = (await settings.GetAsync(cancellationToken)).Value(AuditRetention.Days);
        return (await handler.HandleAsync(Form.For(user) with { Limit = Shown }, user, cancellationToken)).ToPage(this, "", lines =>
        {
            Lines = lines;
            return Page();
        });
    }

    /// <summary>Where the thing is shown; null for what has no page.</summary>
    public static string? UrlOf(AuditSubjectView subject) => !Guid.TryParse(subject.Id, out var id) ? null : subject.Kind switch
    {
        "person" => $"/admin/people/{id}",
        "ticket" => $"/tickets/{id}",
        "item" => $"/kb/manage/{id}",
        "mail" => $"/admin/outbox/{id}",
        "team" => $"/admin/teams/{id}",
        "category" => $"/admin/categories/{id}",
        _ => null,
    };
}
