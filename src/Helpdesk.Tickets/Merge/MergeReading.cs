using Helpdesk.Platform;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Merge;

/// <summary>Two tickets of which one becomes part of the other, and who gains access by that.</summary>
internal sealed record MergePair(Ticket Merged, Ticket Survivor)
{
    /// <summary>They will be copied in on the one that goes on, and read all of it.</summary>
    public IReadOnlyList<Guid> Gaining => Merged.GainedBy(Survivor);

    /// <summary>They are on the one that goes on already, and will read the merged one's messages.</summary>
    public IReadOnlyList<Guid> Reading =>
        [.. Survivor.ParticipantIds.Prepend(Survivor.RequesterId).Where(id => id != Merged.RequesterId && !Merged.ParticipantIds.Contains(id)).Distinct()];
}

/// <summary>Finds both tickets and checks that they can be merged.</summary>
internal sealed class MergeReading(TicketsDbContext db, Merges merges)
{
    public static readonly Refusal.Forbidden NotForYou = new("Only the helpdesk team can merge tickets.");

    public async Task<Outcome<MergePair>> ReadAsync(Guid ticketId, MergeRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return NotForYou;
        }

        if (await db.Tickets.SingleOrDefaultAsync(ticket => ticket.Id == ticketId, cancellationToken) is not { } merged)
        {
            return new Refusal.NotFound();
        }

        if (merged.MergedIntoId is not null)
        {
            return new Refusal.Conflict($"#{merged.Number} is merged already. Take that back first.");
        }

        var name = request.Into.Trim();
        if (name.Length == 0)
        {
            return new Refusal.Invalid(nameof(request.Into), "Enter the number of a ticket.");
        }

        if (await db.Tickets.Called(name).SingleOrDefaultAsync(cancellationToken) is not { } named)
        {
            return new Refusal.Invalid(nameof(request.Into), "There is no ticket with this number.");
        }

        var survivor = await merges.SurvivorOfAsync(named, cancellationToken);
        return survivor.Id == merged.Id
            ? new Refusal.Invalid(nameof(request.Into), named.Id == merged.Id ? "A ticket cannot be merged into itself." : $"#{named.Number} is part of this ticket already.")
            : new MergePair(merged, survivor);
    }
}

/// <summary>A ticket beside another one.</summary>
internal sealed record MergeSide(Guid Id, int Number, string Subject, UserRef Requester, string Status, string Preview);

/// <summary>What a merge would do, before it is done.</summary>
internal sealed record MergeView(MergeSide Merged, MergeSide Survivor, IReadOnlyList<UserRef> Gaining, IReadOnlyList<UserRef> Reading);

internal sealed class MergeViews(TicketViews views)
{
    public async Task<MergeView> OfAsync(MergePair pair, CurrentUser user, CancellationToken cancellationToken)
    {
        var names = await views.NamesAsync([.. pair.Gaining, .. pair.Reading, pair.Merged.RequesterId, pair.Survivor.RequesterId], user, cancellationToken);
        return new MergeView(
            Side(pair.Merged, names), Side(pair.Survivor, names), [.. pair.Gaining.Select(id => names.Of(id))], [.. pair.Reading.Select(id => names.Of(id))]);
    }

    private static MergeSide Side(Ticket ticket, Names names) =>
        new(ticket.Id, ticket.Number, ticket.Subject, names.Of(ticket.RequesterId), Words.Of(ticket.Status), ticket.LastMessagePreview);
}

internal sealed class ShowMergeHandler(MergeReading reading, MergeViews views)
{
    public async Task<Outcome<MergeView>> HandleAsync(Guid ticketId, MergeRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        var read = await reading.ReadAsync(ticketId, request, user, cancellationToken);
        return read.Value is { } pair ? await views.OfAsync(pair, user, cancellationToken) : read.Refusal!;
    }
}
