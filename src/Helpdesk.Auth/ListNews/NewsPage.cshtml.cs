using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.ListNews;

[Authorize(Policy = Policy.SignedIn)]
internal sealed class NewsPage(ListNewsHandler list, CurrentUser user) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "cursor")]
    public string? From { get; set; }

    /// <summary>"direct" for what is meant for the reader alone.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Only { get; set; }

    public bool IsDirect => Only == "direct";

    /// <summary>Whoever answers for the site can be called; the others get nothing that others do not.</summary>
    public bool MayFilter => user.IsStaff;

    /// <summary>On the first page alone: all that waits, up to a hundred.</summary>
    public IReadOnlyList<NewsGroup> Unread { get; private set; } = [];

    public IReadOnlyList<NewsGroup> Earlier { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(From))
        {
            var waiting = await list.HandleAsync(new ListNewsRequest { Unread = true, Direct = IsDirect, Limit = Cursor.MaximumLimit }, user, cancellationToken);
            Unread = NewsGroup.Of(waiting.Value!.Items);
        }

        return (await list.HandleAsync(new ListNewsRequest { Unread = false, Direct = IsDirect, Cursor = From }, user, cancellationToken)).ToPage(this, "", read =>
        {
            Earlier = NewsGroup.Of(read.Items);
            Next = read.NextCursor;
            return Page();
        });
    }
}

/// <summary>News of one thing, shown as one.</summary>
internal sealed record NewsGroup(string Subject, string Url, string Text, DateTimeOffset At, IReadOnlyList<Guid> Ids, string? MuteUrl)
{
    public static IReadOnlyList<NewsGroup> Of(IEnumerable<NewsView> news) =>
    [
        .. news.GroupBy(one => (one.SubjectKind, one.SubjectId)).Select(group =>
        {
            var newest = group.First();
            var more = group.Count() - 1;
            var text = more == 0 ? newest.Text : $"{newest.Text} And {more} more.";
            return new NewsGroup(newest.Subject, newest.Url, text, newest.CreatedAt, [.. group.Select(one => one.Id)], newest.MuteUrl);
        }),
    ];
}
