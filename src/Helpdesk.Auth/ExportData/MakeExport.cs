using Helpdesk.Auth.Contracts;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.NewsRules;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Email;
using Helpdesk.Platform.Notifications;
using Helpdesk.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.ExportData;

/// <summary>Makes one claimed export: every module writes its part, then the person is told by mail.</summary>
internal sealed class MakeExport(
    AuthDbContext db, ExportTable table, IEnumerable<IPersonalData> modules, ISiteSettings settings, ExportNews news, TimeProvider clock)
{
    public const int PartSize = 1 << 20;

    public async Task RunAsync(DataExport claim, CancellationToken cancellationToken)
    {
        var person = await db.Users.AsNoTracking()
            .SingleOrDefaultAsync(user => user.Id == claim.UserId && user.DeactivatedAt == null, cancellationToken);
        if (person is null || claim.Attempts > ExportTable.Attempts)
        {
            await table.FailAsync(claim, cancellationToken);
            return;
        }

        await table.ClearAsync(claim, cancellationToken);
        var size = await WriteAsync(claim, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await table.FinishAsync(claim, size, cancellationToken))
        {
            throw new LostClaimException();
        }

        // One archive of a person is enough; the newest is the one that was asked for.
        await db.DataExports.Where(export => export.UserId == claim.UserId && export.Id != claim.Id && (export.ReadyAt != null || export.FailedAt != null))
            .ExecuteDeleteAsync(cancellationToken);
        news.AddReady(db, person, claim.Id);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<long> WriteAsync(DataExport claim, CancellationToken cancellationToken)
    {
        await using var parts = new PartsStream(PartSize, (number, content, token) => table.StoreAsync(claim, number, content, token));
        await using (var archive = await ZipPersonalData.BeginAsync(parts, clock.GetUtcNow(), cancellationToken))
        {
            foreach (var module in modules)
            {
                await module.WriteAsync(claim.UserId, archive, cancellationToken);
            }

            var site = await settings.GetAsync(cancellationToken);
            await archive.AddReadMeAsync(site.Name, cancellationToken);
        }

        await parts.CompleteAsync(cancellationToken);
        return parts.Written;
    }
}

/// <summary>What is left behind when an export is ready: the person's mail, a notice in the app, and a line in the audit log.</summary>
internal sealed class ExportNews(Outbox outbox, AuditLog audit, TimeProvider clock)
{
    public void AddReady(AuthDbContext db, User person, Guid exportId)
    {
        outbox.Add(db, new OutboxMail(DataReadyMail.Kind, person.Id, person.Email!, person.Name)
        {
            Parameters = new { export = exportId },
            NotAfter = clock.GetUtcNow() + DataExport.Kept,
        });
        db.Add(new Notification
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            UserId = person.Id,
            Event = AccountNews.DataReady,
            SubjectKind = AccountNews.Account,
            SubjectId = person.Id,
            CreatedAt = clock.GetUtcNow(),
        });
        audit.Add(db, "export.ready", AuditSubject.Person(person.Id), new { export = exportId });
    }
}
