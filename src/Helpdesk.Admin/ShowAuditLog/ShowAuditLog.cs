using System.Text.Json;
using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Settings;

namespace Helpdesk.Admin.ShowAuditLog;

/// <summary>The newest lines first. Each word narrows the list; what is left out does not.</summary>
internal sealed record AuditLogRequest
{
    public const int LongestWord = 200;

    /// <summary>A part of a name or an address of who acted or was acted upon, a network address, or a part of the action.</summary>
    public string? Q { get; init; }

    /// <summary>Id of the person who acted.</summary>
    public Guid? Actor { get; init; }

    /// <summary>An action such as session.started, or what it is about, such as session.</summary>
    public string? Action { get; init; }

    /// <summary>What was acted upon, such as person.</summary>
    public string? SubjectKind { get; init; }

    public string? SubjectId { get; init; }

    /// <summary>The first moment that counts.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The first moment that no longer counts.</summary>
    public DateTimeOffset? To { get; init; }

    public string? Cursor { get; init; }

    public int? Limit { get; init; }
}

internal sealed record AuditLineView(
    Guid Id, DateTimeOffset At, AuditActorView? Actor, string Action, AuditSubjectView? Subject, JsonElement Details, string? IpAddress);

/// <summary>Nobody for what happened without anybody signed in, or by the helpdesk itself.</summary>
internal sealed record AuditActorView(Guid Id, string Name, string? Email);

internal sealed record AuditSubjectView(string Kind, string Id, string? Name);

/// <summary>Shows administrators what the audit log recorded, with the names that people have now.</summary>
internal sealed class ShowAuditLogHandler(IAuditTrail trail, IUserDirectory people, IEnumerable<SettingKey> settings)
{
    private const string Person = "person";
    private const string Setting = "setting";
    private const int MostPeople = 50;

    public async Task<Outcome<CursorPage<AuditLineView>>> HandleAsync(AuditLogRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (AdminOnly.Refuse(user) is { } refused)
        {
            return refused;
        }

        if (Check(request) is { } invalid)
        {
            return invalid;
        }

        var found = await trail.ReadAsync(await QuestionOfAsync(request, cancellationToken), cancellationToken);
        if (found.Value is not { } page)
        {
            return found.Refusal!;
        }

        var cards = await people.FindAsync([.. page.Items.SelectMany(PeopleIn).Distinct()], cancellationToken);
        return new CursorPage<AuditLineView>([.. page.Items.Select(entry => Of(entry, cards))], page.NextCursor);
    }

    private static Refusal.Invalid? Check(AuditLogRequest request)
    {
        foreach (var (field, text) in new[]
        {
            (nameof(request.Q), request.Q), (nameof(request.Action), request.Action), (nameof(request.SubjectKind), request.SubjectKind), (nameof(request.SubjectId), request.SubjectId),
        })
        {
            if (text is not null && (text.Length > AuditLogRequest.LongestWord || text.Any(char.IsControl)))
            {
                return new Refusal.Invalid(field, "The audit log has no such word.");
            }
        }

        return request.From >= request.To ? new Refusal.Invalid(nameof(request.To), "The end comes before the beginning.") : null;
    }

    private async Task<AuditQuestion> QuestionOfAsync(AuditLogRequest request, CancellationToken cancellationToken)
    {
        var text = request.Q?.Trim() ?? "";
        return new AuditQuestion
        {
            Text = text,
            PeopleIds = text.Length == 0 ? [] : [.. (await people.SearchAsync(text, MostPeople, cancellationToken)).Select(card => card.Id)],
            ActorId = request.Actor,
            Action = request.Action,
            SubjectKind = request.SubjectKind,
            SubjectId = request.SubjectId,
            From = request.From,
            To = request.To,
            Cursor = request.Cursor,
            Limit = request.Limit,
        };
    }

    private static IEnumerable<Guid> PeopleIn(AuditEntry entry)
    {
        if (entry.ActorId is { } actor)
        {
            yield return actor;
        }

        if (entry.SubjectKind == Person && Guid.TryParse(entry.SubjectId, out var subject))
        {
            yield return subject;
        }
    }

    private AuditLineView Of(AuditEntry entry, IReadOnlyDictionary<Guid, UserCard> cards)
    {
        var details = JsonSerializer.Deserialize<JsonElement>(entry.Details);
        return new(
            entry.Id,
            entry.At,
            entry.ActorId is { } actor ? ActorOf(actor, cards) : null,
            entry.Action,
            entry.SubjectKind.Length == 0 ? null : new AuditSubjectView(entry.SubjectKind, entry.SubjectId, NameOf(entry, details, cards)),
            details,
            entry.Address.Length == 0 ? null : entry.Address);
    }

    private static AuditActorView ActorOf(Guid id, IReadOnlyDictionary<Guid, UserCard> cards) =>
        cards.TryGetValue(id, out var card) ? new AuditActorView(id, card.Name, card.Email) : new AuditActorView(id, UserCard.FormerUser, null);

    /// <summary>People and settings are called as they are now, things as the line has it: they may be gone.</summary>
    private string? NameOf(AuditEntry entry, JsonElement details, IReadOnlyDictionary<Guid, UserCard> cards) =>
        entry.SubjectKind == Setting ? settings.FirstOrDefault(key => key.Key == entry.SubjectId) is { Label.Length: > 0 } setting ? setting.Label : null
        : entry.SubjectKind != Person ? details.TryGetProperty("name", out var name) ? name.GetString() : null
        : Guid.TryParse(entry.SubjectId, out var id) && cards.TryGetValue(id, out var card) ? card.Name
        : UserCard.FormerUser;
}
