using Helpdesk.Auth.Model;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.Data;

/// <summary>
/// The active administrators and the people that an act is about, locked until the transaction ends: two administrators cannot
/// put each other out at once. What the act changes counts at once.
/// </summary>
internal sealed class ActiveAdmins
{
    public static readonly Refusal.Conflict OneMustStay = new("There must be at least one active administrator.");

    private readonly List<User> locked;

    private ActiveAdmins(List<User> locked) => this.locked = locked;

    public static Task<ActiveAdmins> LockWithAsync(AuthDbContext db, Guid personId, CancellationToken cancellationToken) =>
        LockWithAsync(db, [personId], cancellationToken);

    public static async Task<ActiveAdmins> LockWithAsync(AuthDbContext db, Guid[] people, CancellationToken cancellationToken) =>
        new(await db.Users
            .FromSql($"select * from auth.users where (role = 2 and deactivated_at is null and invited_at is null) or id = any({people}) order by id for update")
            .ToListAsync(cancellationToken));

    /// <summary>One of the people; null when they are not there or were anonymised.</summary>
    public User? Find(Guid userId) => locked.Find(user => user.Id == userId && user.AnonymisedAt is null);

    public bool Include(Guid userId) => locked.Exists(user => user.Id == userId && user.IsActiveAdmin);

    public bool AreOnly(Guid userId) => Include(userId) && locked.Count(user => user.IsActiveAdmin) == 1;
}
