using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Http.Limits;
using Helpdesk.Platform.Live;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.ExportData;

/// <summary>Asks for a copy of everything about oneself. While one is being made, asking again changes nothing.</summary>
internal sealed class AskExportHandler(AuthDbContext db, StepUp stepUp, RateCounters counters, AuditLog audit, TimeProvider clock)
{
    public const int PerDay = 5;

    public async Task<Outcome<ExportView>> HandleAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (stepUp.Demand(user) is { } prove)
        {
            return prove;
        }

        // Of two requests at once the second waits here and then finds what the first one asked for.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"select 1 from auth.users where id = {user.Id} for update", cancellationToken);
        if (await db.DataExports.AsNoTracking()
            .SingleOrDefaultAsync(export => export.UserId == user.Id && export.ReadyAt == null && export.FailedAt == null, cancellationToken) is { } running)
        {
            return ExportView.Of(running);
        }

        var limit = await counters.TakeAsync(RateCounters.KeyOf("data-export", user.Id.ToString()), PerDay, TimeSpan.FromDays(1), cancellationToken);
        if (limit.Refuse($"You can ask for your data {PerDay} times a day. Try again tomorrow.") is { } later)
        {
            return later;
        }

        var asked = new DataExport { Id = Guid.CreateVersion7(), UserId = user.Id, AskedAt = clock.GetUtcNow() };
        db.Add(asked);
        audit.Add(db, "export.asked", AuditSubject.Person(user.Id), new { export = asked.Id });
        await db.SaveChangesAsync(cancellationToken);
        // Told when the transaction commits, to every instance.
        await db.Database.ExecuteSqlAsync($"select pg_notify({DatabaseSignals.Channel}, {ExportMaker.Topic + ":"})", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return ExportView.Of(asked);
    }
}
