using Helpdesk.Auth.Contracts;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.KnowledgeBase.ShowItem;
using Helpdesk.KnowledgeBase.Views;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Markdown;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.ItemVersions;

/// <summary>A version without its text.</summary>
internal sealed record VersionView(int Number, string Title, AuthorView Writer, DateTimeOffset SavedAt);

/// <summary>All versions of an item, the newest first.</summary>
internal sealed record VersionList(IReadOnlyList<VersionView> Items);

/// <summary>A version with its text.</summary>
internal sealed record VersionDetail(
    int Number, AuthorView Writer, DateTimeOffset SavedAt, string Title, string Summary, string Body, string BodyHtml,
    string? VideoUrl, string Transcript, Guid? FileId, Guid? CaptionsId);

internal sealed class ListVersionsHandler(KnowledgeBaseDbContext db, IUserDirectory people)
{
    public async Task<Outcome<VersionList>> HandleAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = await db.ToChangeAsync(id, version: null, user, cancellationToken);
        if (found.Value is null)
        {
            return found.Refusal!;
        }

        var rows = await db.Versions.AsNoTracking()
            .Where(version => version.ItemId == id)
            .OrderByDescending(version => version.Number)
            .Select(version => new { version.Number, version.Title, version.WriterId, version.SavedAt })
            .ToListAsync(cancellationToken);
        var names = await people.FindAsync([.. rows.Select(row => row.WriterId).Distinct()], cancellationToken);
        return new VersionList([.. rows.Select(row => new VersionView(row.Number, row.Title, names.Named(row.WriterId), row.SavedAt))]);
    }
}

internal sealed class ShowVersionHandler(KnowledgeBaseDbContext db, IUserDirectory people, MarkdownRenderer markdown)
{
    public async Task<Outcome<VersionDetail>> HandleAsync(Guid id, int number, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = await db.ToChangeAsync(id, version: null, user, cancellationToken);
        if (found.Value is null)
        {
            return found.Refusal!;
        }

        if (await db.Versions.AsNoTracking().SingleOrDefaultAsync(known => known.ItemId == id && known.Number == number, cancellationToken) is not { } version)
        {
            return new Refusal.NotFound();
        }

        var names = await people.FindAsync([version.WriterId], cancellationToken);
        return new VersionDetail(
            version.Number, names.Named(version.WriterId), version.SavedAt, version.Title, version.Summary, version.Body, markdown.ToHtml(version.Body, topHeading: 2),
            version.VideoUrl, version.Transcript, version.FileId, version.CaptionsId);
    }
}

/// <summary>Makes the text of an older version the newest one. Nothing between them is lost.</summary>
internal sealed class RestoreVersionHandler(KnowledgeBaseDbContext db, AuditLog audit, TimeProvider clock)
{
    public Task<Outcome<Item>> HandleAsync(Guid id, int number, int? version, CurrentUser user, CancellationToken cancellationToken) =>
        db.AgainWhenStaleAsync(() => TryAsync(id, number, version, user, cancellationToken), cancellationToken);

    private async Task<Outcome<Item>> TryAsync(Guid id, int number, int? version, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = await db.ToChangeAsync(id, version, user, cancellationToken);
        if (found.Value is not { } item)
        {
            return found;
        }

        if (await db.Versions.AsNoTracking().SingleOrDefaultAsync(known => known.ItemId == id && known.Number == number, cancellationToken) is not { } wanted)
        {
            return new Refusal.NotFound();
        }

        var now = clock.Now();
        if (item.Write(wanted.Text, user.Id, now) is { } restored)
        {
            db.Add(restored);
            audit.Add(db, "item.restored", ItemSubject.Of(item.Id), new { version = number });
            await db.SaveChangesAsync(cancellationToken);
        }

        return item;
    }
}
