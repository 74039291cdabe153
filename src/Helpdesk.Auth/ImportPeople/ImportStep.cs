using Helpdesk.Auth.ChangePerson;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.InvitePeople;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.People;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.ImportPeople;

/// <summary>What the lines of a list ask for, one after the other. Part of the caller's transaction, which saves it or does not.</summary>
internal sealed class ImportStep(AuthDbContext db, Invitations invitations, Standing standing, Memberships memberships, AuditLog audit)
{
    // A cell may be as long as the whole file.
    private const int ShownLength = 100;

    public async Task<IReadOnlyList<ImportedLine>> TakeAllAsync(
        IReadOnlyList<CsvLine> lines, ActiveAdmins admins, Dictionary<string, User> present, CurrentUser user, CancellationToken cancellationToken)
    {
        var teams = await db.Teams.AsNoTracking().Where(team => team.ArchivedAt == null).ToListAsync(cancellationToken);
        var ids = present.Values.Select(person => person.Id).ToList();
        var members = (await db.TeamMembers.AsNoTracking().Where(member => ids.Contains(member.UserId)).ToListAsync(cancellationToken))
            .ToLookup(member => member.UserId, member => member.TeamId);
        var first = new Dictionary<string, int>();
        var results = new List<ImportedLine>();
        var joined = new HashSet<Guid>();
        foreach (var line in lines)
        {
            var person = present.GetValueOrDefault(line.Who.NormalizedEmail);
            var wish = Read(line, person, teams);
            if (wish.Fault is null && !first.TryAdd(line.Who.NormalizedEmail, line.Number))
            {
                wish = wish with { Fault = $"This address stands in line {first[line.Who.NormalizedEmail]} already." };
            }

            if (wish is { Fault: null, Team: { } team } && person is null)
            {
                joined.Add(team.Id);
            }

            results.Add(
                wish.Fault is { } fault ? Say(line, ImportResult.Refused, fault)
                : person is not null ? await ChangeAsync(line, person, wish, [.. members[person.Id]], admins, cancellationToken)
                : await AddAsync(line, wish, user, cancellationToken));
        }

        await memberships.RenewAsync([.. joined], cancellationToken);
        return results;
    }

    private static Wish Read(CsvLine line, User? person, List<Team> teams)
    {
        var name = line.Who.Name.Length == 0 && person is not null ? person.Name : line.Who.Name;
        var role = line.Role.Length == 0 ? person?.Role ?? Role.Employee : Words.Read<Role>(line.Role);
        var team = teams.Find(known => string.Equals(known.Name, line.Team, StringComparison.OrdinalIgnoreCase));
        var fault = !line.IsReadable ? "The quotes in this line do not match."
            : NamedAddressValidator.Rules.Fault(line.Who with { Name = name })
            ?? (person is { IsActive: false } ? "This person is deactivated. Let them in again first."
            : role is null ? PeopleRules.ChooseRole
            : line.Team.Length == 0 ? null
            : team is null ? Memberships.NoSuchTeam
            : role == Role.Employee ? Memberships.StaffOnly
            : null);
        return new Wish(name, role ?? Role.Employee, team, fault);
    }

    private async Task<ImportedLine> AddAsync(CsvLine line, Wish wish, CurrentUser user, CancellationToken cancellationToken)
    {
        await invitations.AddAsync(line.Who, wish.Role, wish.Team is { } team ? [team.Id] : [], user, cancellationToken);
        return Say(line, ImportResult.New, $"Gets an invitation as {PeopleRules.WithArticle(wish.Role)}{(wish.Team is null ? "" : $", in {wish.Team.Name}")}.");
    }

    private async Task<ImportedLine> ChangeAsync(
        CsvLine line, User person, Wish wish, IReadOnlyList<Guid> present, ActiveAdmins admins, CancellationToken cancellationToken)
    {
        var changes = new List<string>();
        if (person.Role != wish.Role)
        {
            if (await standing.ChangeRoleAsync(admins, person, wish.Role, cancellationToken) is Refusal.Conflict stays)
            {
                return Say(line, ImportResult.Refused, stays.Why);
            }

            changes.Add($"Becomes {PeopleRules.WithArticle(wish.Role)}.");
        }

        IReadOnlyList<Guid> wanted = !person.IsStaff ? [] : wish.Team is { } team && !present.Contains(team.Id) ? [.. present, team.Id] : present;
        if (wanted.Count != present.Count)
        {
            await memberships.SetAsync(person, wanted, cancellationToken);
            changes.Add(wanted.Count == 0 ? "Leaves all teams." : $"Joins {wish.Team!.Name}.");
        }

        if (person.Name != wish.Name)
        {
            changes.Add($"Is called {wish.Name}.");
            person.Name = wish.Name;
            audit.Add(db, "account.profile-changed", AuditSubject.Person(person.Id), new { changed = new[] { nameof(person.Name) } });
        }

        return changes.Count == 0 ? Say(line, ImportResult.Unchanged, null) : Say(line, ImportResult.Changed, string.Join(' ', changes));
    }

    private static ImportedLine Say(CsvLine line, ImportResult result, string? sentence) =>
        new(line.Number, TextRules.Start(line.Who.Name, ShownLength), TextRules.Start(line.Who.Email, ShownLength), result, sentence);

    private sealed record Wish(string Name, Role Role, Team? Team, string? Fault);
}
