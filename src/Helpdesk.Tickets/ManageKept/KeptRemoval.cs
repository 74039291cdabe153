using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Data;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.ManageKept;

/// <summary>Removes a macro or canned answer: one's own, or as an administrator anybody's, which the audit log has.</summary>
internal sealed class KeptRemoval(TicketsDbContext db, AuditLog audit)
{
    public Task<Outcome<Done>> RemoveAsync<T>(Guid id, CurrentUser user, CancellationToken cancellationToken)
        where T : class, IKept =>
        db.AgainWhenStaleAsync(() => TryAsync<T>(id, user, cancellationToken), cancellationToken);

    private async Task<Outcome<Done>> TryAsync<T>(Guid id, CurrentUser user, CancellationToken cancellationToken)
        where T : class, IKept
    {
        if (!user.IsStaff || await db.Set<T>().RemovableBy(user).SingleOrDefaultAsync(kept => kept.Id == id, cancellationToken) is not { } removed)
        {
            return new Refusal.NotFound();
        }

        db.Remove(removed);
        if (removed.OwnerId != user.Id)
        {
            audit.Add(db, "kept.removed", KeptLine.SubjectOf(removed), KeptLine.DetailsOf(removed));
        }

        await db.SaveChangesAsync(cancellationToken);
        return Done.It;
    }
}

/// <summary>What the audit log tells of a macro or canned answer.</summary>
internal static class KeptLine
{
    public static AuditSubject SubjectOf(IKept kept) => new(kept is Macro ? "macro" : "canned-answer", kept.Id.ToString());

    public static object DetailsOf(IKept kept) => new
    {
        kind = kept is Macro ? "macro" : "canned answer",
        kept.Name,
        owner = kept.OwnerId,
        hidden = kept.IsHidden,
    };
}
