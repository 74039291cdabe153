using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.People;

/// <summary>A person as administrators see them.</summary>
internal sealed record PersonView(
    Guid Id,
    string Email,
    string Name,
    string Role,
    bool IsActive,
    bool EmailVerified,
    bool TwoFactorEnabled,
    string TimeZone,
    string Language,
    DateTimeOffset CreatedAt,
    PersonState State,
    IReadOnlyList<TeamView> Teams,
    int Passkeys,
    bool RequireTwoFactor,
    DateTimeOffset? LastSignedInAt,
    DateTimeOffset? InvitedAt,
    DateTimeOffset? DeletionAskedAt)
{
    /// <summary>An app or a passkey; for pages only.</summary>
    internal bool HasFactor => TwoFactorEnabled || Passkeys > 0;
}

/// <summary>A team that somebody is in.</summary>
internal sealed record TeamView(Guid Id, string Name);

/// <summary>Reads people with what lies beside the account's row.</summary>
internal sealed class PersonReading(AuthDbContext db)
{
    public async Task<PersonView?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        (await ReadAsync(db.Users.Where(user => user.Id == id && user.AnonymisedAt == null), cancellationToken)).SingleOrDefault();

    /// <summary>In the order of the query.</summary>
    public async Task<IReadOnlyList<PersonView>> ReadAsync(IQueryable<User> query, CancellationToken cancellationToken)
    {
        var rows = await query.AsNoTracking()
            .Select(user => new { User = user, Passkeys = db.Passkeys.Count(passkey => passkey.UserId == user.Id) })
            .ToListAsync(cancellationToken);
        var ids = rows.ConvertAll(row => row.User.Id);
        var teams = (await db.TeamMembers.AsNoTracking()
                .Where(member => ids.Contains(member.UserId))
                .Join(db.Teams, member => member.TeamId, team => team.Id, (member, team) => new { member.UserId, Team = new TeamView(team.Id, team.Name) })
                .ToListAsync(cancellationToken))
            .OrderBy(row => row.Team.Name, StringComparer.InvariantCultureIgnoreCase)
            .ToLookup(row => row.UserId, row => row.Team);
        return rows.ConvertAll(row => Of(row.User, row.Passkeys, [.. teams[row.User.Id]]));
    }

    private static PersonView Of(User user, int passkeys, IReadOnlyList<TeamView> teams) => new(
        user.Id,
        user.Email!,
        user.Name,
        RoleNames.Of(user.Role),
        user.IsActive,
        user.EmailConfirmed,
        user.TwoFactorEnabled,
        user.TimeZone,
        user.Language,
        user.CreatedAt,
        PersonStates.Of(user),
        teams,
        passkeys,
        user.RequiresFactor,
        user.LastSignedInAt,
        user.InvitedAt,
        user.DeletionAskedAt);
}
