using System.Text.Json;
using Helpdesk.Platform;
using Helpdesk.Tickets.Attach;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Drafts;

internal sealed record SaveDraftRequest
{
    public DraftKind Kind { get; init; }

    /// <summary>Null for a ticket that is still to be filed.</summary>
    public Guid? TicketId { get; init; }

    /// <summary>A JSON object with the fields of the form.</summary>
    public string Content { get; init; } = "";
}

/// <summary>Keeps what a person is typing. The last one to save wins: it is the same person on two devices.</summary>
internal sealed class SaveDraftHandler(TicketsDbContext db, TimeProvider clock)
{
    public async Task<Outcome<DraftView>> HandleAsync(SaveDraftRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (request.Content.Length > Draft.ContentLength || !IsObject(request.Content))
        {
            return new Refusal.Invalid(nameof(request.Content), "This draft cannot be kept.");
        }

        if (await DraftPlace.CheckAsync(db, request.Kind, request.TicketId, user, cancellationToken) is { } refused)
        {
            return refused;
        }

        var now = clock.Now();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var ids = await db.Database.SqlQuery<Guid>(
            $"""
            insert into tickets.drafts (user_id, kind, ticket_id, content, updated_at)
            values ({user.Id}, {(int)request.Kind}, {request.TicketId ?? Guid.Empty}, {request.Content}::jsonb, {now})
            on conflict (user_id, kind, ticket_id) do update set content = excluded.content, updated_at = excluded.updated_at
            returning id as "Value"
            """).ToListAsync(cancellationToken);
        await db.AttachAsync(new Draft { Id = ids[0], UserId = user.Id }, FilesIn(request.Content), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new DraftView(request.Kind, request.Content, now);
    }

    private static List<Guid> FilesIn(string content)
    {
        using var document = JsonDocument.Parse(content);
        return document.RootElement.TryGetProperty(DraftFields.Files, out var files) && files.ValueKind == JsonValueKind.String
            ? DraftFields.FilesIn(files.GetString()!)
            : [];
    }

    private static bool IsObject(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            // PostgreSQL keeps no U+0000 in its JSON.
            return document.RootElement.ValueKind == JsonValueKind.Object && !text.Contains("\\u0000", StringComparison.Ordinal);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

internal sealed class DiscardDraftHandler(TicketsDbContext db)
{
    public async Task<Outcome<Done>> HandleAsync(DraftKind kind, Guid? ticketId, CurrentUser user, CancellationToken cancellationToken)
    {
        await db.EndDraftAsync(user.Id, kind, ticketId ?? Guid.Empty, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return Done.It;
    }
}

/// <summary>The draft of a ticket that is still to be filed; those of a ticket come with the ticket.</summary>
internal sealed class FindDraftHandler(TicketsDbContext db)
{
    public async Task<DraftView?> HandleAsync(CurrentUser user, CancellationToken cancellationToken) =>
        await db.Drafts.AsNoTracking()
            .Where(draft => draft.UserId == user.Id && draft.Kind == DraftKind.New && draft.TicketId == Guid.Empty)
            .Select(draft => new DraftView(draft.Kind, draft.Content, draft.UpdatedAt))
            .SingleOrDefaultAsync(cancellationToken);
}

internal static class DraftPlace
{
    /// <summary>A draft belongs to a ticket that its writer may see; one of a note to the team.</summary>
    public static async Task<Refusal?> CheckAsync(
        TicketsDbContext db, DraftKind kind, Guid? ticketId, CurrentUser user, CancellationToken cancellationToken)
    {
        if (kind == DraftKind.New)
        {
            return ticketId is null ? null : new Refusal.NotFound();
        }

        if (ticketId is not { } id || !await db.Tickets.VisibleTo(user).AnyAsync(ticket => ticket.Id == id, cancellationToken))
        {
            return new Refusal.NotFound();
        }

        return kind == DraftKind.Note && !user.IsStaff ? new Refusal.Forbidden("Only the helpdesk team can write internal notes.") : null;
    }
}
