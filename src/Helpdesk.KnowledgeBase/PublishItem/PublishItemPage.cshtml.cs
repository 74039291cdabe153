using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.KnowledgeBase.Views;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.PublishItem;

[Authorize(Policy = Policy.Staff)]
internal sealed class PublishItemPage(PublishItemHandler publish, ShowReadinessHandler show, CurrentUser user) : PageModel
{
    private const string Later = "later";

    public Readiness Item { get; private set; } = default!;

    /// <summary>Whose clock the day and the time are read from.</summary>
    public string Zone => LocalDays.ZoneOf(user).Id;

    [BindProperty]
    public string? When { get; set; }

    [BindProperty]
    public string? Day { get; set; }

    [BindProperty]
    public string? Time { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        (await show.HandleAsync(id, user, cancellationToken)).ToPage(this, "", item =>
        {
            Item = item;
            return Page();
        });

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if ((await show.HandleAsync(id, user, cancellationToken)).Value is not { } item)
        {
            return NotFound();
        }

        Item = item;
        var at = When == Later ? LocalTimes.Read(Day, Time, user) : null;
        if (When == Later && at is null)
        {
            Outcome<Item> unread = new Refusal.Invalid(nameof(Day), "Choose a day and a time.");
            return unread.ToPage(this, "", _ => Page());
        }

        var published = await publish.HandleAsync(id, new PublishItemRequest { At = at }, version: null, user, cancellationToken);
        return published.Refusal is Refusal.Invalid invalid
            ? ((Outcome<Item>)new Refusal.Invalid(nameof(Day), invalid.Errors.Values.First()[0])).ToPage(this, "", _ => Page())
            : published.ToPage(this, "", done => Redirect(done));
    }

    private RedirectResult Redirect(Item item)
    {
        TempData["flash"] = PublishWords.Of(item, user);
        return Redirect(KnowledgeBaseUrls.Write(item.Id));
    }
}
