using Helpdesk.KnowledgeBase.ChangeItem;
using Helpdesk.KnowledgeBase.ItemVersions;
using Helpdesk.KnowledgeBase.KeepWriting;
using Helpdesk.KnowledgeBase.PublishItem;
using Helpdesk.Platform;

namespace Helpdesk.KnowledgeBase.EditItem;

/// <summary>Puts together what the editor shows, from what the API gives piece by piece.</summary>
internal sealed class EditorViews(
    ShowManagedItemHandler items, ShowWritingHandler writings, ShowReadinessHandler readiness, ListVersionsHandler versions, EditorReading reading)
{
    public async Task<Outcome<EditorView>> ReadAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = await items.HandleAsync(id, user, cancellationToken);
        return found.Value is not { } item ? found.Refusal! : new EditorView(
            item,
            (await writings.HandleAsync(id, user, cancellationToken)).Value!,
            await ReadinessAsync(id, user, cancellationToken),
            (await versions.HandleAsync(id, user, cancellationToken)).Value!.Items,
            await reading.ReadAsync(cancellationToken));
    }

    public async Task<Readiness> ReadinessAsync(Guid id, CurrentUser user, CancellationToken cancellationToken) =>
        (await readiness.HandleAsync(id, user, cancellationToken)).Value!;
}
