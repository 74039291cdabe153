using Helpdesk.Admin.Data;
using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Samples;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Admin.ManageSamples;

/// <summary>How much of each kind is there, with what was split off since. The words say it too; while nothing is there, they say what would come.</summary>
internal sealed record SamplesView(bool AreThere, IReadOnlyList<SamplesOfKind> Kinds, string Words);

internal sealed record SamplesOfKind(string Kind, int Count);

/// <summary>The modules' shares as one: in their order, and guarded against two who act at once.</summary>
internal sealed class SampleShares(AdminDbContext db, IEnumerable<ISamples> shares)
{
    /// <summary>The one that others lean on comes first.</summary>
    public IReadOnlyList<ISamples> ToAdd { get; } = [.. shares.OrderBy(share => share.Order)];

    public IReadOnlyList<ISamples> ToRemove { get; } = [.. shares.OrderByDescending(share => share.Order)];

    public async Task<SamplesView> CountAsync(CancellationToken cancellationToken)
    {
        var counts = await db.Set<Sample>().GroupBy(sample => sample.Kind).ToDictionaryAsync(group => group.Key, group => group.Count(), cancellationToken);
        var kinds = ToRemove.Select(share => share.Kind with { Count = counts.GetValueOrDefault(share.Kind.One) }).ToList();
        return new SamplesView(
            counts.Count > 0,
            kinds.ConvertAll(kind => new SamplesOfKind(kind.One, kind.Count)),
            SampleKind.List(counts.Count > 0 ? kinds : ToRemove.Select(share => share.Kind)));
    }

    /// <summary>Part of a transaction over all modules: the second of two waits until the first is done. The ids of what is there.</summary>
    public async Task<IReadOnlyList<Guid>> LockAsync(CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('platform.samples'))", cancellationToken);
        return await db.Set<Sample>().Select(sample => sample.Id).ToListAsync(cancellationToken);
    }
}

internal sealed class ShowSamplesHandler(SampleShares shares)
{
    public async Task<Outcome<SamplesView>> HandleAsync(CurrentUser user, CancellationToken cancellationToken) =>
        AdminOnly.Refuse(user) is { } refused ? refused : await shares.CountAsync(cancellationToken);
}

/// <summary>Adds the sample data of all modules, or nothing. What is there already stays as it is.</summary>
internal sealed class AddSamplesHandler(AdminDbContext db, SampleShares shares, AuditLog audit) : IAddSamples
{
    public async Task<Outcome<Done>> HandleAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (AdminOnly.Refuse(user) is { } refused)
        {
            return refused;
        }

        using var transaction = CrossModuleTransaction.Begin();
        if ((await shares.LockAsync(cancellationToken)).Count > 0)
        {
            return Done.It;
        }

        foreach (var share in shares.ToAdd)
        {
            await share.AddAsync(user, cancellationToken);
        }

        audit.Add(db, "samples.added");
        await db.SaveChangesAsync(cancellationToken);
        transaction.Complete();
        return Done.It;
    }
}

/// <summary>Removes exactly what was added, whatever has become of it since; all of it or nothing.</summary>
internal sealed class RemoveSamplesHandler(AdminDbContext db, SampleShares shares, AuditLog audit)
{
    public async Task<Outcome<Done>> HandleAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (AdminOnly.Refuse(user) is { } refused)
        {
            return refused;
        }

        using var transaction = CrossModuleTransaction.Begin();
        var ids = await shares.LockAsync(cancellationToken);
        if (ids.Count == 0)
        {
            return Done.It;
        }

        foreach (var share in shares.ToRemove)
        {
            await share.RemoveAsync(ids, user, cancellationToken);
        }

        await db.Set<Sample>().ExecuteDeleteAsync(cancellationToken);
        audit.Add(db, "samples.removed", details: new { things = ids.Count });
        await db.SaveChangesAsync(cancellationToken);
        transaction.Complete();
        return Done.It;
    }
}
