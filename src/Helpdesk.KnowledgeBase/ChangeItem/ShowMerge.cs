using Helpdesk.Auth.Contracts;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.KnowledgeBase.Views;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.ChangeItem;

/// <summary>A writer's unsaved text beside what others saved since, and both in one text.</summary>
internal sealed record MergeView(
    Guid Id, int BaseVersion, int TextVersion, IReadOnlyList<string> Others, IReadOnlyList<string> Contradictions, WrittenText Start, WrittenText Mine, WrittenText Theirs, WrittenText Merged,
    IReadOnlyDictionary<Guid, string> FileNames);

internal sealed class ShowMergeHandler(KnowledgeBaseDbContext db, IUserDirectory people)
{
    public async Task<Outcome<MergeView>> HandleAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = await db.ToChangeAsync(id, version: null, user, cancellationToken);
        if (found.Value is not { } item)
        {
            return found.Refusal!;
        }

        var unsaved = await db.Writings.AsNoTracking().SingleOrDefaultAsync(work => work.ItemId == id && work.WriterId == user.Id, cancellationToken);
        if (unsaved is null || unsaved.BaseVersion == item.TextVersion)
        {
            return new Refusal.Conflict("Nobody saved since you began. There is nothing to merge.");
        }

        var versions = await db.Versions.AsNoTracking().Where(version => version.ItemId == id && version.Number >= unsaved.BaseVersion).ToListAsync(cancellationToken);
        var start = versions.Single(version => version.Number == unsaved.BaseVersion);
        var writers = versions.Where(version => version.Number > unsaved.BaseVersion).Select(version => version.WriterId).Distinct().ToList();
        var names = await people.FindAsync(writers, cancellationToken);
        var merged = MergedText.Of(start.Text, unsaved.Text, item.Text);
        return new MergeView(
            id, unsaved.BaseVersion, item.TextVersion, [.. writers.Select(writer => names.Named(writer).Name)], merged.Contradictions,
            start.Text, unsaved.Text, item.Text, merged.Text, await db.FileNamesAsync([start.Text, unsaved.Text, item.Text], cancellationToken));
    }
}
