using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Queue;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.SavedViews;

internal sealed record SaveViewRequest
{
    public string Name { get; init; } = "";

    /// <summary>The filter as the queue's address has it, such as status=open&amp;tag=vpn&amp;sort=-priority.</summary>
    public string Query { get; init; } = "";

    /// <summary>own, everybody, or the id of a team that one belongs to.</summary>
    public string Sharing { get; init; } = SharingWords.Own;
}

/// <summary>A filter of the queue under a name.</summary>
internal sealed record SavedViewView(Guid Id, string Name, string Query, string Sharing, bool IsMine);

/// <summary>Keeps the present filter. Under a name that its owner has already, it takes that one's place.</summary>
internal sealed class SaveViewHandler(TicketsDbContext db, ITeamDirectory teams, TimeProvider clock)
{
    private const int Most = 100;

    private static readonly string[] Parts =
        ["view", "q", "status", "priority", "category", "assignee", "team", "tag", "requester", "createdFrom", "createdTo", "updatedFrom", "updatedTo", "overdue", "sort"];

    public async Task<Outcome<SavedViewView>> HandleAsync(SaveViewRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return new Refusal.Forbidden("Only the helpdesk team can save views.");
        }

        var name = request.Name.Trim();
        if (name.Length == 0 || name.Length > SavedView.NameLength || name.Any(char.IsControl))
        {
            return new Refusal.Invalid(nameof(request.Name), name.Length == 0 ? "Enter a name." : TextRules.TooLong("Name", SavedView.NameLength, name.Length));
        }

        var query = Clean(request.Query);
        if (query.Length > SavedView.QueryLength)
        {
            return new Refusal.Invalid(nameof(request.Query), "This filter is too long to be saved.");
        }

        if (await SharingWords.ReadAsync(request.Sharing, teams, user, cancellationToken) is not { } sharing)
        {
            return new Refusal.Invalid(nameof(request.Sharing), SharingWords.Choose);
        }

        var mine = await db.SavedViews.Where(view => view.OwnerId == user.Id).ToListAsync(cancellationToken);
        var kept = mine.Find(view => view.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (kept is null && mine.Count >= Most)
        {
            return new Refusal.Conflict($"You have {Most} views. Remove one first.");
        }

        var now = clock.Now();
        var saved = kept ?? new SavedView { Id = Guid.CreateVersion7(now), OwnerId = user.Id, CreatedAt = now };
        (saved.Name, saved.Query, saved.Sharing, saved.TeamId) = (name, query, sharing.Kind, sharing.TeamId);
        saved.Version++;
        if (kept is null)
        {
            db.Add(saved);
        }

        await db.SaveChangesAsync(cancellationToken);
        return Of(saved, user);
    }

    public static SavedViewView Of(SavedView view, CurrentUser user) => new(
        view.Id,
        view.Name,
        view.Query,
        SharingWords.Of(view.Sharing, view.TeamId),
        view.OwnerId == user.Id);

    /// <summary>Only what a filter has; where a list stood is no part of it.</summary>
    private static string Clean(string query) => string.Join('&', QueryHelpers.ParseQuery(query)
        .Where(part => Parts.Contains(part.Key) || FieldFilters.IsName(part.Key))
        .SelectMany(part => part.Value.Where(value => !string.IsNullOrEmpty(value)).Select(value => $"{part.Key}={Uri.EscapeDataString(value!)}")));
}

/// <summary>Removes a view; one that is shared also by administrators.</summary>
internal sealed class RemoveViewHandler(TicketsDbContext db)
{
    public async Task<Outcome<Done>> HandleAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var removed = user.IsStaff
            ? await db.SavedViews.ChangeableBy(user).Where(view => view.Id == id).ExecuteDeleteAsync(cancellationToken)
            : 0;
        return removed == 0 ? new Refusal.NotFound() : Done.It;
    }
}

/// <summary>One's own views and those that are shared with one, by name.</summary>
internal sealed class ListViewsHandler(TicketsDbContext db, ITeamDirectory teams)
{
    public async Task<Outcome<IReadOnlyList<SavedViewView>>> HandleAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return new Refusal.Forbidden("Only the helpdesk team has views.");
        }

        var mine = await SharingWords.TeamsOfAsync(teams, user, cancellationToken);
        var views = await db.SavedViews.AsNoTracking().UsableBy(user.Id, mine)
            .OrderBy(view => view.Name).ThenBy(view => view.Id)
            .ToListAsync(cancellationToken);
        return views.ConvertAll(view => SaveViewHandler.Of(view, user));
    }
}
