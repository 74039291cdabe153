using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Files;
using Helpdesk.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Helpdesk.KnowledgeBase.Extraction;

/// <summary>
/// Reads the text of the next document that waits for it. The attempt is counted and saved before the file is opened, so that a file
/// that brings a process down is given up in the end.
/// </summary>
internal sealed class ExtractNext(KnowledgeBaseDbContext db, FileShelf shelf, DocumentText documents, TimeProvider clock, ILogger<ExtractNext> logger) : IClockWork
{
    public const int MostAttempts = 6;

    /// <summary>Four times as long after each attempt: from two minutes, in which a living one has ended, to a day and a half.</summary>
    public static TimeSpan PauseAfter(int attempts) => TimeSpan.FromMinutes(2 * Math.Pow(4, attempts));

    public async Task<bool> DoNextAsync(CancellationToken cancellationToken)
    {
        if (await ClaimAsync(cancellationToken) is not { } item)
        {
            return false;
        }

        var text = await ReadAsync(item, cancellationToken);
        switch (text)
        {
            case TextOf.Words words:
                item.EndExtraction(ExtractionState.Done, words.Text);
                break;
            case TextOf.Nothing:
                item.EndExtraction(ExtractionState.Empty);
                break;
            case TextOf.Later later when item.ExtractionAttempts < MostAttempts:
                logger.LogWarning("The text of {Item} could not be read now: {Reason}", item.Id, later.Why);
                break;
            default:
                logger.LogInformation("The text of {Item} cannot be read: {Reason}", item.Id, text);
                item.EndExtraction(ExtractionState.Failed);
                break;
        }

        // Who gave the item another file meanwhile raised its version: this text is of the old one, and the save fails.
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return true;
    }

    private async Task<Item?> ClaimAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var item = await db.Items
            .FromSql($"select * from kb.items where extract_at <= {now} order by extract_at limit 1 for update skip locked")
            .SingleOrDefaultAsync(cancellationToken);
        item?.TryExtraction(now + PauseAfter(item.ExtractionAttempts));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return item;
    }

    private async Task<TextOf> ReadAsync(Item item, CancellationToken cancellationToken)
    {
        if (await db.Set<StoredFile>().AsNoTracking().SingleOrDefaultAsync(file => file.Id == item.FileId, cancellationToken) is not { } file)
        {
            return new TextOf.Refused("There is no file.");
        }

        if (file.State == FileState.Held)
        {
            return new TextOf.Later("The file is being checked for viruses.");
        }

        var opened = await shelf.OpenAsync(file, cancellationToken);
        if (opened.Value is not { } content)
        {
            return opened.Refusal is Refusal.Later later ? new TextOf.Later(later.Why) : new TextOf.Refused("The file is not there.");
        }

        await using (content)
        {
            return DocumentKinds.Of(file.ContentType) is { } kind
                ? await documents.ReadAsync(kind, content, cancellationToken)
                : new TextOf.Refused($"{file.ContentType} holds no text that is read.");
        }
    }
}
