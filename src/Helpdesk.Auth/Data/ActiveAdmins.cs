using Helpdesk.Auth.Model;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.Data;

/// <summary>The active administrators and one person, locked until the transaction ends: two administrators cannot put each other out at once.</summary>
internal sealed class ActiveAdmins
{
    public static readonly Refusal.Conflict OneMustStay = new("There must be at least one active administrator.");

    private readonly List<Guid> admins;

    private ActiveAdmins(List<User> locked, Guid personId)
    {
        admins = [.. locked.Where(user => user.IsActiveAdmin).Select(user => user.Id)];
        Person = locked.Find(user => user.Id == personId);
    }

    public User? Person { get; }

    public static async Task<ActiveAdmins> LockWithAsync(AuthDbContext db, Guid personId, CancellationToken cancellationToken) =>
        new(
            await db.Users
                .FromSql($"select * from auth.users where (role = 2 and deactivated_at is null) or id = {personId} order by id for update")
                .ToListAsync(cancellationToken),
            personId);

    public bool Include(Guid userId) => admins.Contains(userId);

    public bool AreOnly(Guid userId) => admins.Count == 1 && admins[0] == userId;
}
