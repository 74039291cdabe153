using Helpdesk.Platform;
using Helpdesk.Platform.Files;
using Helpdesk.Tickets.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Attach;

/// <summary>The part of a composer that holds files.</summary>
/// <param name="Id">Of its elements; two composers may stand on one page.</param>
/// <param name="TicketId">Null for a ticket that is still to be filed.</param>
/// <param name="Attached">What was sent already.</param>
internal sealed record FilesField(string Id, Guid? TicketId, IReadOnlyCollection<Guid> Attached)
{
    public static string Accept { get; } = string.Join(',', TicketFiles.Anywhere.Extensions);

    public string SendUrl => TicketId is { } id ? $"/attachments/{id}" : "/attachments";
}

/// <summary>What a composer shows of the files that it holds.</summary>
internal sealed class FilesFieldReading(TicketsDbContext db, FileIntake intake, CurrentUser user)
{
    public async Task<IReadOnlyList<StoredFile>> AttachedAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        ids.Count == 0 ? [] : await db.OwnFiles(ids, user.Id).ToListAsync(cancellationToken);

    public string Limits => $"Up to {intake.MostIn(TicketFiles.Anywhere)} files of {FileShelf.WordsFor(intake.LargestIn(TicketFiles.Anywhere))} each.";
}
