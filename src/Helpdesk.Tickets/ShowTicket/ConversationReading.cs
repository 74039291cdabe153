using Helpdesk.Platform;
using Helpdesk.Platform.Files;
using Helpdesk.Platform.Markdown;
using Helpdesk.Tickets.Attach;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.ShowTicket;

/// <summary>Messages, notes and events of one ticket in one statement (their files in one more each, where there are some). The employees' statement does not name the notes at all.</summary>
internal sealed class ConversationReading(TicketsDbContext db, MarkdownRenderer markdown, FileShelf shelf)
{
    /// <summary>What was said on all of these tickets, and what happened to the first.</summary>
    public async Task<IReadOnlyList<ConversationRow>> ReadAsync(Guid[] ticketIds, CurrentUser reader, CancellationToken cancellationToken)
    {
        var rows = reader.IsStaff ? ForTheTeam(ticketIds) : ForEmployees(ticketIds);
        var entries = await rows.ToListAsync(cancellationToken);

        // At one moment: what was said, then what that changed, in the order in which one tells it.
        return
        [
            .. entries.OrderBy(entry => entry.At).ThenBy(entry => entry.Part).ThenBy(entry => entry.EventKind).ThenBy(entry => entry.Id),
        ];
    }

    /// <summary>The files of what was said, by message and note.</summary>
    public async Task<ILookup<Guid, StoredFile>> FilesAsync(IReadOnlyList<ConversationRow> rows, CancellationToken cancellationToken) =>
        (await FilesAsync(rows, ConversationPart.Message, TicketFiles.OfMessage, cancellationToken))
        .Concat(await FilesAsync(rows, ConversationPart.Note, TicketFiles.OfNote, cancellationToken))
        .SelectMany(group => group, (group, file) => (group.Key, file))
        .ToLookup(pair => pair.Key, pair => pair.file);

    /// <summary>As the page of the given ticket shows it.</summary>
    public IReadOnlyList<ConversationEntry> View(IReadOnlyList<ConversationRow> rows, ILookup<Guid, StoredFile> files, Guid shownOn, Names names) =>
        [.. rows.Select(row => row.Part == ConversationPart.Event
            ? new ConversationEntry(row.At, null, EventOf(row, names))
            : new ConversationEntry(row.At, MessageOf(row, AttachmentView.All(files[row.Id], shownOn, shelf), names), null))];

    private async Task<IEnumerable<IGrouping<Guid, StoredFile>>> FilesAsync(
        IReadOnlyList<ConversationRow> rows, ConversationPart part, string owner, CancellationToken cancellationToken)
    {
        var ids = rows.Where(row => row.Part == part && row.HasFiles).Select(row => row.Id).ToList();
        return ids.Count == 0 ? [] : await FileShelf.OfAsync(db, owner, ids, cancellationToken);
    }

    private IQueryable<ConversationRow> ForTheTeam(Guid[] ticketIds) => Messages(ticketIds)
        .Concat(db.Notes.Where(note => ticketIds.Contains(note.TicketId)).Select(note => new ConversationRow
        {
            Part = ConversationPart.Note,
            Id = note.Id,
            PersonId = note.AuthorId,
            At = note.CreatedAt,
            Text = note.Body,
            To = null,
            Why = null,
            Channel = note.Channel,
            EventKind = TicketEventKind.Opened,
            IsFromStaff = true,
            IsInternal = true,
            HasFiles = note.FileNames != "",
            RedactedAt = note.RedactedAt,
            RedactedById = note.RedactedById,
        }))
        .Concat(Events(ticketIds[0], db.Events));

    private IQueryable<ConversationRow> ForEmployees(Guid[] ticketIds) => Messages(ticketIds)
        .Concat(Events(ticketIds[0], db.Events.Where(entry => !entry.IsInternal)));

    private IQueryable<ConversationRow> Messages(Guid[] ticketIds) => db.Messages
        .Where(message => ticketIds.Contains(message.TicketId))
        .Select(message => new ConversationRow
        {
            Part = ConversationPart.Message,
            Id = message.Id,
            PersonId = message.AuthorId,
            At = message.CreatedAt,
            Text = message.Body,
            To = null,
            Why = null,
            Channel = message.Channel,
            EventKind = TicketEventKind.Opened,
            IsFromStaff = message.IsFromStaff,
            IsInternal = false,
            HasFiles = message.FileNames != "",
            RedactedAt = message.RedactedAt,
            RedactedById = message.RedactedById,
        });

    private static IQueryable<ConversationRow> Events(Guid ticketId, IQueryable<TicketEvent> events) => events
        .Where(entry => entry.TicketId == ticketId)
        .Select(entry => new ConversationRow
        {
            Part = ConversationPart.Event,
            Id = entry.Id,
            PersonId = entry.ActorId,
            At = entry.At,
            Text = entry.From,
            To = entry.To,
            Why = entry.Why,
            Channel = TicketChannel.Web,
            EventKind = entry.Kind,
            IsFromStaff = false,
            IsInternal = entry.IsInternal,
            HasFiles = false,
            RedactedAt = null,
            RedactedById = null,
        });

    private MessageView MessageOf(ConversationRow row, IReadOnlyList<AttachmentView> attachments, Names names) => new(markdown)
    {
        Id = row.Id,
        Kind = row.Part == ConversationPart.Note ? MessageView.Internal : MessageView.Public,
        Author = names.Of(row.PersonId!.Value),
        Body = row.Text ?? "",
        Channel = row.Channel,
        CreatedAt = row.At,
        Attachments = attachments,
        IsFromStaff = row.IsFromStaff,
        RedactedAt = row.RedactedAt,
        RedactedBy = names.Of(row.RedactedById),
    };

    private static EventView EventOf(ConversationRow row, Names names) => new()
    {
        Id = row.Id,
        Kind = row.EventKind,
        Actor = names.Of(row.PersonId),
        At = row.At,
        From = row.NamesPeople ? NameOf(row.Text, names) : row.Text,
        To = row.NamesPeople ? NameOf(row.To, names) : row.To,
        Why = row.Why,
        IsInternal = row.IsInternal,
        KeptFrom = row.Text,
    };

    private static string? NameOf(string? id, Names names) => Guid.TryParse(id, out var known) ? names.Of(known).Name : null;
}

internal enum ConversationPart
{
    Message = 0,
    Note = 1,
    Event = 2,
}

/// <summary>One row of the three tables under one heading.</summary>
internal sealed record ConversationRow
{
    public required ConversationPart Part { get; init; }

    public required Guid Id { get; init; }

    public required Guid? PersonId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What was written, or what an event changed from.</summary>
    public required string? Text { get; init; }

    public required string? To { get; init; }

    public required string? Why { get; init; }

    public required TicketChannel Channel { get; init; }

    public required TicketEventKind EventKind { get; init; }

    public required bool IsFromStaff { get; init; }

    public required bool IsInternal { get; init; }

    public required bool HasFiles { get; init; }

    public required DateTimeOffset? RedactedAt { get; init; }

    public required Guid? RedactedById { get; init; }

    public bool NamesPeople => Part == ConversationPart.Event && EventKind is TicketEventKind.Assigned or TicketEventKind.ParticipantAdded or TicketEventKind.ParticipantRemoved;

    public IEnumerable<Guid> People()
    {
        if (PersonId is { } person)
        {
            yield return person;
        }

        if (RedactedById is { } admin)
        {
            yield return admin;
        }

        if (NamesPeople && Guid.TryParse(Text, out var from))
        {
            yield return from;
        }

        if (NamesPeople && Guid.TryParse(To, out var to))
        {
            yield return to;
        }
    }
}
