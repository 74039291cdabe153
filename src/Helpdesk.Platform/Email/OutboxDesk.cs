using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Platform.Email;

internal sealed class OutboxDesk(
    PlatformDbContext db, MailComposer composer, IEnumerable<IMailMatters> matters, AuditLog audit, TimeProvider clock) : IOutboxDesk
{
    private const string Kind = "mail";

    // So many different answers are told apart; a server's outage gives one and the same.
    private const int MostAnswers = 1_000;

    public async Task<OutboxState> StateAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = Waiting().Where(mail => mail.NextAttemptAt <= now);
        var answers = await Failed().GroupBy(mail => mail.LastError)
            .Select(group => new { Answer = group.Key, Count = group.Count() })
            .OrderByDescending(group => group.Count)
            .Take(MostAnswers)
            .ToListAsync(cancellationToken);
        return new OutboxState(
            await Waiting().CountAsync(cancellationToken),
            await due.MinAsync(mail => (DateTimeOffset?)mail.NextAttemptAt, cancellationToken),
            await Failed().CountAsync(cancellationToken),
            [
                .. answers.GroupBy(answer => MailReasons.InWords(answer.Answer))
                    .Select(reason => new FailedReason(reason.Key, reason.Sum(answer => answer.Count)))
                    .OrderByDescending(reason => reason.Count).ThenBy(reason => reason.Reason, StringComparer.Ordinal),
            ]);
    }

    public async Task<Outcome<CursorPage<OutboxLine>>> ReadAsync(bool hasFailed, string? cursor, int? limit, CancellationToken cancellationToken)
    {
        var size = limit ?? Cursor.DefaultLimit;
        if (size is < 1 or > Cursor.MaximumLimit)
        {
            return new Refusal.Invalid(nameof(limit), $"The limit can be from 1 to {Cursor.MaximumLimit}.");
        }

        var position = string.IsNullOrEmpty(cursor) ? null : Cursor.Read<Position>(cursor);
        if (position is null ? !string.IsNullOrEmpty(cursor) : position.Ticks < 0 || position.Ticks > DateTime.MaxValue.Ticks)
        {
            return new Refusal.Invalid(nameof(cursor), "This cursor does not belong to this list. Begin without one.");
        }

        var rows = await (hasFailed ? FailedBehind(position) : WaitingBehind(position)).Take(size + 1).ToListAsync(cancellationToken);
        var shown = rows.Take(size).ToList();
        var last = rows.Count > size ? shown[^1] : null;
        return new CursorPage<OutboxLine>(
            await LinesOfAsync(shown, cancellationToken),
            last is null ? null : Cursor.Write(new Position((hasFailed ? last.FailedAt!.Value : last.NextAttemptAt).UtcTicks, last.Id)));
    }

    public async Task<Outcome<OutboxLetter>> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await Open().AsNoTracking().SingleOrDefaultAsync(mail => mail.Id == id, cancellationToken) is not { } mail)
        {
            return new Refusal.NotFound();
        }

        var line = (await LinesOfAsync([mail], cancellationToken))[0];
        try
        {
            var made = await composer.ComposeForEyesAsync(mail, cancellationToken);
            return new OutboxLetter(line, made?.Subject, made?.Text);
        }
        catch (MailTroubleException)
        {
            return new OutboxLetter(line, null, null);
        }
    }

    public Task<Outcome<Done>> RetryAsync(Guid id, CancellationToken cancellationToken) => db.AgainWhenStaleAsync<Done>(async () =>
    {
        if (await Open().SingleOrDefaultAsync(mail => mail.Id == id, cancellationToken) is not { } mail)
        {
            return new Refusal.NotFound();
        }

        if (WhyNot(mail) is { } refusal)
        {
            return refusal;
        }

        Begin(mail);
        await db.SaveChangesAsync(cancellationToken);
        return Done.It;
    }, cancellationToken);

    public Task<Outcome<RetriedMails>> RetryAllAsync(string reason, CancellationToken cancellationToken) => db.AgainWhenStaleAsync<RetriedMails>(async () =>
    {
        var answers = await Failed().Select(mail => mail.LastError).Distinct().Take(MostAnswers).ToListAsync(cancellationToken);
        var meant = answers.Where(answer => MailReasons.InWords(answer) == reason).ToList();
        var mails = await Failed().AsTracking().Where(mail => meant.Contains(mail.LastError)).ToListAsync(cancellationToken);
        var again = mails.Where(mail => WhyNot(mail) is null).ToList();
        again.ForEach(Begin);
        await db.SaveChangesAsync(cancellationToken);
        return new RetriedMails(again.Count, mails.Count - again.Count);
    }, cancellationToken);

    public Task<Outcome<Done>> DiscardAsync(Guid id, string because, CancellationToken cancellationToken) => db.AgainWhenStaleAsync<Done>(async () =>
    {
        if (await Open().SingleOrDefaultAsync(mail => mail.Id == id, cancellationToken) is not { } mail)
        {
            return new Refusal.NotFound();
        }

        if (IsUnderWay(mail))
        {
            return BeingSent;
        }

        mail.DroppedAt = clock.GetUtcNow();
        mail.Secrets = null;
        audit.Add(db, "mail.discarded", new AuditSubject(Kind, mail.Id.ToString()), new { kind = mail.Kind, because });
        await db.SaveChangesAsync(cancellationToken);
        return Done.It;
    }, cancellationToken);

    private static Refusal.Conflict BeingSent { get; } = new("This mail is being sent at this moment. Look again in a minute.");

    private async Task<IReadOnlyList<OutboxLine>> LinesOfAsync(IReadOnlyCollection<OutboxEmail> mails, CancellationToken cancellationToken)
    {
        var about = new Dictionary<Guid, MailMatter>();
        foreach (var known in matters)
        {
            foreach (var (id, matter) in await known.OfAsync(mails, cancellationToken))
            {
                about.Add(id, matter);
            }
        }

        return [.. mails.Select(mail => LineOf(mail, about.GetValueOrDefault(mail.Id)))];
    }

    private static OutboxLine LineOf(OutboxEmail mail, MailMatter? about) => new(
        mail.Id, mail.Kind, mail.ToName, mail.ToAddress, about, mail.Attempts, mail.CreatedAt,
        mail.FailedAt is null ? mail.NextAttemptAt : null,
        mail.FailedAt,
        mail.LastError is null ? null : MailReasons.InWords(mail.LastError),
        mail.LastError);

    private void Begin(OutboxEmail mail)
    {
        mail.FailedAt = null;
        mail.Attempts = 0;
        mail.NextAttemptAt = clock.GetUtcNow();
        mail.LockedUntil = null;
        audit.Add(db, "mail.retried", new AuditSubject(Kind, mail.Id.ToString()), new { kind = mail.Kind });
    }

    private Refusal.Conflict? WhyNot(OutboxEmail mail) =>
        IsUnderWay(mail) ? BeingSent
        : mail.NotAfter < clock.GetUtcNow() ? new Refusal.Conflict("It is too late for this mail: what it tells is no longer good. The person must ask for a new one.")
        : mail is { HasSecrets: true, Secrets: null } ? new Refusal.Conflict("This mail carried a secret link, which is wiped when a mail is given up. The person must ask for a new one.")
        : null;

    private bool IsUnderWay(OutboxEmail mail) => mail.LockedUntil > clock.GetUtcNow();

    /// <summary>What is neither sent nor discarded.</summary>
    private IQueryable<OutboxEmail> Open() => db.Outbox.Where(mail => mail.SentAt == null && mail.DroppedAt == null);

    private IQueryable<OutboxEmail> Waiting() => Open().AsNoTracking().Where(mail => mail.FailedAt == null);

    private IQueryable<OutboxEmail> Failed() => Open().AsNoTracking().Where(mail => mail.FailedAt != null);

    private IQueryable<OutboxEmail> WaitingBehind(Position? position)
    {
        var mails = Waiting();
        if (position is not null)
        {
            var (at, id) = (new DateTimeOffset(position.Ticks, TimeSpan.Zero), position.Id);
            mails = mails.Where(mail => EF.Functions.GreaterThan(ValueTuple.Create(mail.NextAttemptAt, mail.Id), ValueTuple.Create(at, id)));
        }

        return mails.OrderBy(mail => mail.NextAttemptAt).ThenBy(mail => mail.Id);
    }

    private IQueryable<OutboxEmail> FailedBehind(Position? position)
    {
        var mails = Failed();
        if (position is not null)
        {
            var (at, id) = (new DateTimeOffset(position.Ticks, TimeSpan.Zero), position.Id);
            mails = mails.Where(mail => EF.Functions.LessThan(ValueTuple.Create(mail.FailedAt!.Value, mail.Id), ValueTuple.Create(at, id)));
        }

        return mails.OrderByDescending(mail => mail.FailedAt).ThenByDescending(mail => mail.Id);
    }

    private sealed record Position(long Ticks, Guid Id);
}
