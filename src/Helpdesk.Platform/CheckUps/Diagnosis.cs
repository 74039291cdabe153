using System.Data.Common;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpdesk.Platform.CheckUps;

/// <summary>The whole installation at this moment.</summary>
public interface IDiagnosis
{
    Task<IReadOnlyList<Diagnosed>> LookAsync(CancellationToken cancellationToken);
}

/// <summary>One dependency: how it is, since when (null while the database is away), what it affects and what to do.</summary>
public sealed record Diagnosed(string Name, FindingState State, DateTimeOffset? Since, string What, string Affects, string? Remedy);

internal sealed class Diagnosis(IEnumerable<ICheckUp> checkUps, PlatformDbContext db, TimeProvider clock) : IDiagnosis
{
    public async Task<IReadOnlyList<Diagnosed>> LookAsync(CancellationToken cancellationToken)
    {
        var all = checkUps.ToList();
        var findings = await Task.WhenAll(all.Select(checkUp => checkUp.LookAsync(cancellationToken)));
        var since = await SinceAsync([.. all.Zip(findings, (checkUp, finding) => new Condition { Name = checkUp.Name, State = finding.State })], cancellationToken);
        return
        [
            .. all.Zip(findings, (checkUp, finding) => new Diagnosed(
                checkUp.Name, finding.State, since.TryGetValue(checkUp.Name, out var at) ? at : null, finding.What, checkUp.Affects, finding.Remedy)),
        ];
    }

    private async Task<IReadOnlyDictionary<string, DateTimeOffset>> SinceAsync(IReadOnlyList<Condition> now, CancellationToken cancellationToken)
    {
        try
        {
            var (names, states, at) = (now.Select(one => one.Name).ToArray(), now.Select(one => (int)one.State).ToArray(), clock.GetUtcNow());
            var rows = await db.Set<Condition>().FromSql(
                $"""
                insert into platform.conditions (name, state, since)
                select name, state, {at} from unnest({names}, {states}) as seen (name, state) order by name
                on conflict (name) do update set state = excluded.state,
                    since = case when conditions.state = excluded.state then conditions.since else excluded.since end
                returning *
                """).AsNoTracking().ToListAsync(cancellationToken);
            return rows.ToDictionary(row => row.Name, row => row.Since);
        }
        catch (Exception exception) when (exception is DbException or TimeoutException or InvalidOperationException)
        {
            return new Dictionary<string, DateTimeOffset>();
        }
    }
}

/// <summary>How something was when it was last looked at, and since when it is so.</summary>
internal sealed class Condition
{
    public string Name { get; init; } = "";

    public FindingState State { get; init; }

    public DateTimeOffset Since { get; init; }
}

internal sealed class ConditionMapping : IEntityTypeConfiguration<Condition>
{
    public void Configure(EntityTypeBuilder<Condition> builder)
    {
        builder.ToTable("conditions");
        builder.HasKey(condition => condition.Name);
        builder.Property(condition => condition.Name).HasMaxLength(50);
    }
}

/// <summary>Looks every minute, so that "since" is true also when nobody looks.</summary>
internal sealed class WatchCondition(IDiagnosis diagnosis) : IClockWork
{
    public static TimeSpan Pause => TimeSpan.FromMinutes(1);

    public async Task<bool> DoNextAsync(CancellationToken cancellationToken)
    {
        await diagnosis.LookAsync(cancellationToken);
        return false;
    }
}
