using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Tickets.Categories;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.Views;

/// <summary>Puts names to rows: one question to the directory for a whole list.</summary>
internal sealed class TicketViews(IUserDirectory people, CategoryList categories, ITeamDirectory teams)
{
    public async Task<IReadOnlyList<TicketView>> OfAsync(
        IReadOnlyList<TicketRow> rows, CurrentUser reader, CancellationToken cancellationToken)
    {
        var names = await NamesAsync(rows.SelectMany(row => row.People()), reader, cancellationToken);
        var (set, all) = (await categories.GetAsync(cancellationToken), await TeamsAsync(reader, cancellationToken));
        return [.. rows.Select(row => Of(row, reader, names, set, all))];
    }

    public async Task<TicketView> OfAsync(Ticket ticket, CurrentUser reader, CancellationToken cancellationToken)
    {
        var row = TicketRow.Of(ticket);
        return await OfAsync(row, reader, await NamesAsync(row.People(), reader, cancellationToken), cancellationToken);
    }

    public async Task<TicketView> OfAsync(TicketRow row, CurrentUser reader, Names names, CancellationToken cancellationToken) =>
        Of(row, reader, names, await categories.GetAsync(cancellationToken), await TeamsAsync(reader, cancellationToken));

    /// <summary>Nobody but the reader needs no question: a person's own ticket is answered without one.</summary>
    public async Task<Names> NamesAsync(IEnumerable<Guid> ids, CurrentUser reader, CancellationToken cancellationToken)
    {
        var unknown = ids.Where(id => id != reader.Id).ToHashSet();
        return new Names(reader, unknown.Count == 0
            ? new Dictionary<Guid, UserCard>()
            : await people.FindAsync(unknown, cancellationToken));
    }

    /// <summary>Nobody but the team is told of teams.</summary>
    private async ValueTask<IReadOnlyList<TeamCard>?> TeamsAsync(CurrentUser reader, CancellationToken cancellationToken) =>
        reader.IsStaff ? await teams.TeamsAsync(cancellationToken) : null;

    private static TicketView Of(TicketRow row, CurrentUser reader, Names names, CategorySet categories, IReadOnlyList<TeamCard>? teams) => new()
    {
        Id = row.Id,
        Number = row.Number,
        Subject = row.Subject,
        Status = row.Status,
        Priority = row.Priority,
        Category = categories.NameOf(row.CategoryId),
        Team = teams?.Of(row.TeamId),
        Tags = row.Tags,
        Extras = FilledField.All(categories.Of(row.CategoryId)?.FieldsFor(reader) ?? [], row.Extras),
        Requester = names.Of(row.RequesterId),
        Participants = [.. row.ParticipantIds.Select(id => names.Of(id))],
        Assignee = names.Of(row.AssigneeId),
        Channel = row.Channel,
        CreatedAt = row.CreatedAt,
        UpdatedAt = reader.IsStaff ? row.TouchedAt : row.UpdatedAt,
        FirstRespondedAt = row.FirstRespondedAt,
        ResolvedAt = row.ResolvedAt,
        ClosedAt = row.ClosedAt,
        FirstResponseDueAt = row.FirstResponseDueAt,
        ResolutionDueAt = row.ResolutionDueAt,
        MergedInto = row.MergedIntoId,
        Version = row.Version,
        LastMessagePreview = row.LastMessagePreview,
        LastMessageAt = row.LastMessageAt,
        LastMessageAuthor = names.Of(row.LastMessageAuthorId),
    };
}
