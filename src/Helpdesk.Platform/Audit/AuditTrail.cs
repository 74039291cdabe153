using Helpdesk.Platform.Data;
using Helpdesk.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Platform.Audit;

internal sealed class AuditTrail(PlatformDbContext db) : IAuditTrail
{
    public async Task<Outcome<CursorPage<AuditEntry>>> ReadAsync(AuditQuestion question, CancellationToken cancellationToken)
    {
        var size = question.Limit ?? Cursor.DefaultLimit;
        if (size is < 1 or > Cursor.MaximumLimit)
        {
            return new Refusal.Invalid(nameof(question.Limit), $"The limit can be from 1 to {Cursor.MaximumLimit}.");
        }

        Position? position = null;
        if (!string.IsNullOrEmpty(question.Cursor))
        {
            position = Cursor.Read<Position>(question.Cursor);
            if (position is null || position.Ticks < 0 || position.Ticks > DateTime.MaxValue.Ticks)
            {
                return new Refusal.Invalid(nameof(question.Cursor), "This cursor does not belong to this list. Begin without one.");
            }
        }

        var entries = await Behind(Asked(question), position)
            .OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id)
            .Take(size + 1)
            .ToListAsync(cancellationToken);
        if (entries.Count <= size)
        {
            return new CursorPage<AuditEntry>(entries, null);
        }

        entries.RemoveAt(size);
        return new CursorPage<AuditEntry>(entries, Cursor.Write(new Position(entries[^1].At.UtcTicks, entries[^1].Id)));
    }

    private IQueryable<AuditEntry> Asked(AuditQuestion question)
    {
        var entries = db.AuditEntries.AsNoTracking();
        if (question.Text.Length > 0)
        {
            var (text, people) = (question.Text, question.PeopleIds);
            var subjects = people.Select(id => id.ToString()).ToList();
            var telling = db.AuditEntries.FromSql($"select * from platform.audit_entries where strpos(lower(details::text), lower({text})) > 0").Select(entry => entry.Id);
            entries = entries.Where(entry => entry.Address == text || entry.SubjectId == text || entry.Action.Contains(text) || telling.Contains(entry.Id)
                || (entry.ActorId != null && people.Contains(entry.ActorId.Value)) || subjects.Contains(entry.SubjectId));
        }

        if (question.ActorId is { } actor)
        {
            entries = entries.Where(entry => entry.ActorId == actor);
        }

        if (!string.IsNullOrEmpty(question.Action))
        {
            var (action, kind) = (question.Action, question.Action.TrimEnd('.') + ".");
            entries = entries.Where(entry => entry.Action == action || entry.Action.StartsWith(kind));
        }

        if (!string.IsNullOrEmpty(question.SubjectKind))
        {
            entries = entries.Where(entry => entry.SubjectKind == question.SubjectKind);
        }

        if (!string.IsNullOrEmpty(question.SubjectId))
        {
            entries = entries.Where(entry => entry.SubjectId == question.SubjectId);
        }

        if (question.From is { } from)
        {
            from = from.ToUniversalTime();
            entries = entries.Where(entry => entry.At >= from);
        }

        if (question.To is { } to)
        {
            to = to.ToUniversalTime();
            entries = entries.Where(entry => entry.At < to);
        }

        return entries;
    }

    private static IQueryable<AuditEntry> Behind(IQueryable<AuditEntry> entries, Position? position)
    {
        if (position is null)
        {
            return entries;
        }

        var (at, id) = (new DateTimeOffset(position.Ticks, TimeSpan.Zero), position.Id);
        return entries.Where(entry => EF.Functions.LessThan(ValueTuple.Create(entry.At, entry.Id), ValueTuple.Create(at, id)));
    }

    private sealed record Position(long Ticks, Guid Id);
}
