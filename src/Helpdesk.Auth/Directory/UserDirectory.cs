using System.Linq.Expressions;
using Helpdesk.Auth.Contracts;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.Directory;

internal sealed class UserDirectory(AuthDbContext db, StaffList staff) : IUserDirectory
{
    internal static readonly Expression<Func<User, UserCard>> Card = user => new UserCard(
        user.Id, user.Name, user.Email!, user.DeactivatedAt == null, user.Role != Role.Employee, user.TimeZone, user.Language);

    public async Task<IReadOnlyDictionary<Guid, UserCard>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return new Dictionary<Guid, UserCard>();
        }

        var wanted = ids.Distinct().ToArray();
        return await db.Users.AsNoTracking().Where(user => wanted.Contains(user.Id) && user.AnonymisedAt == null).Select(Card)
            .ToDictionaryAsync(card => card.Id, cancellationToken);
    }

    public async Task<IReadOnlyList<UserCard>> SearchAsync(string text, int limit, CancellationToken cancellationToken)
    {
        var wanted = text.Trim();
        if (wanted.Length is 0 or > UserQueries.LongestSearch || !TextRules.IsPlainLine(wanted))
        {
            return [];
        }

        var pattern = UserQueries.Pattern(wanted);
        var (prefix, word) = ($"{pattern}%", $"% {pattern}%");
        return await db.Users.AsNoTracking().Holding(wanted)
            .Where(user => user.AnonymisedAt == null)
            .OrderBy(user => user.DeactivatedAt == null ? 0 : 1)
            .ThenBy(user => EF.Functions.ILike(user.Name, prefix, "\\") || EF.Functions.ILike(user.Email!, prefix, "\\") ? 0
                : EF.Functions.ILike(user.Name, word, "\\") ? 1 : 2)
            .ThenBy(user => user.Name)
            .ThenBy(user => user.Id)
            .Select(Card)
            .Take(limit)
            .ToListAsync(cancellationToken);
    }

    public async Task<UserCard?> FindByEmailAsync(string email, CancellationToken cancellationToken)
    {
        if (EmailAddress.Read(email) is not { } address)
        {
            return null;
        }

        var normalized = User.Normalize(address);
        return await db.Users.AsNoTracking().Where(user => user.NormalizedEmail == normalized && user.AnonymisedAt == null).Select(Card)
            .SingleOrDefaultAsync(cancellationToken);
    }

    public ValueTask<IReadOnlyList<UserCard>> StaffAsync(CancellationToken cancellationToken) => staff.GetAsync(cancellationToken);

    public Task<int> CountAsync(CancellationToken cancellationToken) =>
        db.Users.CountAsync(user => user.DeactivatedAt == null && user.AnonymisedAt == null, cancellationToken);
}
