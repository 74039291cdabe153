using Helpdesk.Auth.Contracts;
using Helpdesk.Platform.Audit;

namespace Helpdesk.Auth.ShowPerson;

/// <summary>A line of the audit log about a person, in words.</summary>
internal sealed record PersonAct(string What, string Who, DateTimeOffset At);

/// <summary>The last lines of the audit log about a person.</summary>
internal sealed class PersonActs(IAuditTrail trail, IUserDirectory people)
{
    private const int Shown = 10;

    public async Task<IReadOnlyList<PersonAct>> OfAsync(Guid userId, CancellationToken cancellationToken)
    {
        var question = new AuditQuestion { SubjectKind = AuditSubject.Person(userId).Kind, SubjectId = AuditSubject.Person(userId).Id, Limit = Shown };
        var lines = (await trail.ReadAsync(question, cancellationToken)).Value?.Items ?? [];
        var names = await people.FindAsync([.. lines.Select(line => line.ActorId).OfType<Guid>()], cancellationToken);
        return [.. lines.Select(line => new PersonAct(InWords(line.Action), WhoDid(line, names), line.At))];
    }

    /// <summary>"account.role-changed" as "Account: role changed".</summary>
    internal static string InWords(string action)
    {
        var words = action.Replace(".", ": ", StringComparison.Ordinal).Replace('-', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string WhoDid(AuditEntry line, IReadOnlyDictionary<Guid, UserCard> names) =>
        line.ActorId is not { } actor ? "" : names.TryGetValue(actor, out var card) ? card.Name : UserCard.FormerUser;
}
