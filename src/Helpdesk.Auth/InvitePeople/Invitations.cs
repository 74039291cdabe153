using Helpdesk.Auth.Data;
using Helpdesk.Auth.Mails;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.People;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.InvitePeople;

/// <summary>Makes accounts that wait for their people: without a password, and with a mail that lets them choose one.</summary>
internal sealed class Invitations(AuthDbContext db, AccountMails mails, ISiteSettings settings, AuditLog audit, TimeProvider clock)
{
    public const string IsTaken = "There is an account with this address already.";

    /// <summary>Adds to the context; the caller saves.</summary>
    public async Task<User> AddAsync(NamedAddress who, Role role, IEnumerable<Guid> teamIds, CurrentUser inviter, CancellationToken cancellationToken)
    {
        var site = await settings.GetAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var person = User.Create(EmailAddress.Read(who.Email)!, who.Name.Trim(), role, now);
        person.InvitedAt = now;
        person.TimeZone = site.TimeZone;
        person.Language = site.Language;
        db.Add(person);
        db.AddRange(teamIds.Distinct().Select(team => new TeamMember { TeamId = team, UserId = person.Id }));
        audit.Add(db, "account.created", AuditSubject.Person(person.Id), new { role = RoleNames.Of(role), by = "invitation" }, inviter.Id);
        mails.AddInvitation(db, person, inviter);
        return person;
    }

    /// <summary>Mails a new link, good for as long as the first one was; the older ones are void.</summary>
    public async Task AddAgainAsync(User person, CurrentUser inviter, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await db.OneTimeTokens.Where(token => token.UserId == person.Id && token.Purpose == OneTimePurpose.Invitation && token.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(token => token.UsedAt, now), cancellationToken);
        person.InvitedAt = now;
        audit.Add(db, "account.invited-again", AuditSubject.Person(person.Id), actorId: inviter.Id);
        mails.AddInvitation(db, person, inviter);
    }

    /// <summary>Those of the addresses that have an account.</summary>
    public async Task<Dictionary<string, Guid>> TakenAsync(IEnumerable<NamedAddress> people, CancellationToken cancellationToken)
    {
        var wanted = people.Select(person => person.NormalizedEmail).Distinct().ToList();
        return await db.Users.AsNoTracking().Where(user => wanted.Contains(user.NormalizedEmail!))
            .ToDictionaryAsync(user => user.NormalizedEmail!, user => user.Id, cancellationToken);
    }
}
