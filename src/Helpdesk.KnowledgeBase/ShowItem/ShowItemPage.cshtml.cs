using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.KnowledgeBase.CountViews;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.KnowledgeBase.Reading;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Http.Guards;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Helpdesk.KnowledgeBase.ShowItem;

[Authorize(Policy = Policy.Reader)]
[OutputCache(PolicyName = ReadingCache.Policy)]
internal sealed class ShowItemPage(ShowItemHandler handler, ViewCounts views, CurrentUser user) : PageModel
{
    public ItemDetail Item { get; private set; } = default!;

    public ArticleHtml Text { get; private set; } = default!;

    /// <summary>The player of another site; null where there is none, or none that may stand in the page.</summary>
    public VideoEmbed? Embed { get; private set; }

    public CurrentUser Reader => user;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(slug, user, cancellationToken)).ToPage(this, "", item =>
        {
            if (item.Slug != slug)
            {
                return RedirectPermanent(KnowledgeBaseUrls.Show(item.Slug));
            }

            if (item.Status != ItemStatus.Draft && HttpMethods.IsGet(Request.Method))
            {
                views.Count(slug);
            }

            Item = item;
            Text = ArticleHtml.Of(item.BodyHtml);
            Embed = VideoEmbed.Of(item.VideoUrl);
            if (Embed is not null)
            {
                HttpContext.AllowFrames(Embed.Player);
            }

            return Page();
        });
}
