using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Data;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.ManageKept;

/// <summary>What somebody keeps, as admins see it; the sentences say what it does.</summary>
internal sealed record ManagedKept(Guid Id, string Name, UserRef Owner, string Sharing, IReadOnlyList<string> Sentences, int Uses, bool IsHidden, int Position);

/// <summary>All there are, in the order in which they are offered.</summary>
internal sealed record ManagedKeptList(IReadOnlyList<ManagedKept> Items);

/// <summary>What is not named stays as it is.</summary>
internal sealed record ArrangeRequest
{
    /// <summary>Its place among the others, from 0.</summary>
    public int? Position { get; init; }

    /// <summary>Nobody is offered it, its owner neither.</summary>
    public bool? IsHidden { get; init; }
}

/// <summary>Macros and canned answers in the hands of admins: all of them, whoever owns them.</summary>
internal sealed class KeptArranging(TicketsDbContext db, TicketViews views, AuditLog audit)
{
    private static readonly Refusal AdminsOnly = new Refusal.Forbidden("Only administrators see what everybody keeps.");

    public async Task<Outcome<ManagedKeptList>> ListAsync<T>(Func<T, Task<IReadOnlyList<string>>> sentencesOf, CurrentUser user, CancellationToken cancellationToken)
        where T : class, IKept
    {
        if (!user.IsAdmin)
        {
            return AdminsOnly;
        }

        var all = await db.Set<T>().AsNoTracking().OrderBy(kept => kept.Position).ThenBy(kept => kept.Name).ThenBy(kept => kept.Id).ToListAsync(cancellationToken);
        var names = await views.NamesAsync(all.Select(kept => kept.OwnerId), user, cancellationToken);
        var items = new List<ManagedKept>();
        foreach (var kept in all)
        {
            items.Add(new ManagedKept(
                kept.Id, kept.Name, names.Of(kept.OwnerId), SharingWords.Of(kept.Sharing, kept.TeamId), await sentencesOf(kept), kept.Uses, kept.IsHidden, kept.Position));
        }

        return new ManagedKeptList(items);
    }

    public Task<Outcome<Done>> ArrangeAsync<T>(Guid id, ArrangeRequest request, CurrentUser user, CancellationToken cancellationToken)
        where T : class, IKept =>
        db.AgainWhenStaleAsync(() => TryAsync<T>(id, request, user, cancellationToken), cancellationToken);

    private async Task<Outcome<Done>> TryAsync<T>(Guid id, ArrangeRequest request, CurrentUser user, CancellationToken cancellationToken)
        where T : class, IKept
    {
        if (!user.IsAdmin)
        {
            return AdminsOnly;
        }

        var all = await db.Set<T>().OrderBy(kept => kept.Name).ThenBy(kept => kept.Id).ToListAsync(cancellationToken);
        if (all.Find(kept => kept.Id == id) is not { } arranged)
        {
            return new Refusal.NotFound();
        }

        if (request.IsHidden is { } isHidden && isHidden != arranged.IsHidden)
        {
            arranged.IsHidden = isHidden;
            audit.Add(db, "kept.hidden", KeptLine.SubjectOf(arranged), KeptLine.DetailsOf(arranged));
        }

        arranged.Version++;
        if (request.Position is { } position)
        {
            all.Place(arranged, position);
        }

        await db.SaveChangesAsync(cancellationToken);
        return Done.It;
    }
}
