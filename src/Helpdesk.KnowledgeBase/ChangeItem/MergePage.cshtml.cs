using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.KnowledgeBase.EditItem;
using Helpdesk.KnowledgeBase.ItemVersions;
using Helpdesk.KnowledgeBase.KeepWriting;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.ChangeItem;

/// <summary>Both writers' changes side by side, and one text with both, to be put right and saved.</summary>
[Authorize(Policy = Policy.Staff)]
internal sealed class MergePage(ShowMergeHandler show, ShowManagedItemHandler items, ShowWritingHandler writings, CurrentUser user) : PageModel
{
    public MergeView View { get; private set; } = default!;

    public ItemForm Form { get; private set; } = new();

    public TextFields Fields { get; private set; } = default!;

    public IReadOnlyList<ChangedPart> Theirs => Comparisons.Of(View.Start, View.Theirs, View.FileNames);

    public IReadOnlyList<ChangedPart> Mine => Comparisons.Of(View.Start, View.Mine, View.FileNames);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var merge = await show.HandleAsync(id, user, cancellationToken);
        if (merge.Refusal is Refusal.Conflict)
        {
            return Redirect(KnowledgeBaseUrls.Write(id));
        }

        if (merge.Value is not { } view)
        {
            return merge.ToPage(this, "", _ => Page());
        }

        var item = (await items.HandleAsync(id, user, cancellationToken)).Value!;
        var work = (await writings.HandleAsync(id, user, cancellationToken)).Value!;
        View = view;
        Form = ItemForm.Of(work, item) with
        {
            BaseVersion = view.TextVersion,
            Title = view.Merged.Title,
            Summary = view.Merged.Summary,
            Body = view.Merged.Body,
            VideoUrl = view.Merged.VideoUrl,
            Transcript = view.Merged.Transcript,
            FileId = view.Merged.FileId,
            CaptionsId = view.Merged.CaptionsId,
        };
        Fields = new TextFields(Form, item);
        return Page();
    }
}
