using Helpdesk.Platform;
using Helpdesk.Tickets.ChangeTicket;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Macros;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Queue;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.ChangeMany;

internal sealed record ChangeManyRequest
{
    /// <summary>Up to 200 tickets, changed at once.</summary>
    public List<Guid> Ids { get; init; } = [];

    /// <summary>Instead of ids: all tickets that a view or a filter finds, as in the queue's address. Up to 10,000, changed in the background.</summary>
    public string? Query { get; init; }

    /// <summary>As for one ticket.</summary>
    public ChangeTicketRequest Change { get; init; } = new();

    /// <summary>Put beside the tags that a ticket has.</summary>
    public List<string> AddTags { get; init; } = [];

    /// <summary>A macro to apply instead of a change.</summary>
    public Guid? MacroId { get; init; }

    public bool ChangesNothing => Change == new ChangeTicketRequest() && Tags.Normalise(AddTags).Length == 0;
}

/// <summary>What became of one ticket: changed, unchanged (it was like that already) or refused, and then why.</summary>
internal sealed record ManyResult(Guid Id, int? Number, string Result, string? Sentence);

/// <summary>The id takes the whole run back. Without doneAt it still goes on in the background; its results then name what was refused so far.</summary>
internal sealed record ManyView(Guid Id, int Total, int Changed, int Refused, DateTimeOffset? DoneAt, IReadOnlyList<ManyResult> Results)
{
    /// <summary>How many are still to be looked at.</summary>
    public int Waiting { get; init; }
}

/// <summary>One change for many tickets. Each is changed by the rules of one, for itself: what is refused does not hold the others back.</summary>
internal sealed class ChangeManyHandler(TicketsDbContext db, ManyStep step, ManyTickets tickets, MacroChecking checking, TimeProvider clock)
{
    public const int Most = 200;

    public async Task<Outcome<ManyView>> HandleAsync(ChangeManyRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (Check(request, user) is { } refused)
        {
            return refused;
        }

        if (request.Query is null)
        {
            var change = BulkChange.Of(request);
            return await RunAsync(request.Ids.Distinct().ToList(), id => step.ChangeAsync(id, change, user, cancellationToken), null, user, cancellationToken);
        }

        // What names nothing is refused before thousands of tickets refuse it one by one.
        var wanted = BulkChange.Of(request);
        var known = await checking.ReadAsync(wanted.Change, cancellationToken);
        if (known.Value is not { } checkedChange)
        {
            return known.Refusal!;
        }

        var found = await tickets.FindAsync(request.Query, user, cancellationToken);
        return found.Value is { } ids
            ? await BeginAsync(ids, wanted with { Change = checkedChange }, null, user, cancellationToken)
            : found.Refusal!;
    }

    /// <summary>How many tickets it would be about.</summary>
    public async Task<Outcome<int>> CountAsync(ChangeManyRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (Check(request, user) is { } refused)
        {
            return refused;
        }

        if (request.Query is null)
        {
            return request.Ids.Distinct().Count();
        }

        var found = await tickets.FindAsync(request.Query, user, cancellationToken);
        return found.Value is { } ids ? ids.Length : found.Refusal!;
    }

    /// <summary>Works through the tickets and keeps what each was before.</summary>
    public async Task<ManyView> RunAsync(
        IReadOnlyList<Guid> ids, Func<Guid, Task<ManyItem>> act, Guid? undoes, CurrentUser user, CancellationToken cancellationToken)
    {
        var run = NewRun(ids.Count, "{}", undoes, user);
        var done = new List<ManyItem>();
        foreach (var id in ids)
        {
            done.Add(await act(id));
        }

        run.Changed = done.Count(item => item.Result == BulkResult.Changed);
        run.Refused = done.Count(item => item.Result == BulkResult.Refused);
        run.DoneAt = clock.Now();
        db.Add(run);
        db.AddRange(done.Select(item => item.Row(run.Id)));
        await db.SaveChangesAsync(cancellationToken);
        return new ManyView(run.Id, run.Total, run.Changed, run.Refused, run.DoneAt, [.. done.Select(item => item.View())]);
    }

    /// <summary>Lays the work down for the background.</summary>
    public async Task<ManyView> BeginAsync(Guid[] ids, BulkChange change, Guid? undoes, CurrentUser user, CancellationToken cancellationToken)
    {
        var run = NewRun(ids.Length, change.Write(), undoes, user);
        run.DoneAt = ids.Length == 0 ? run.CreatedAt : null;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.Add(run);
        await db.SaveChangesAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"insert into tickets.bulk_items (run_id, ticket_id, result) select {run.Id}, unnest({ids}), 0", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new ManyView(run.Id, run.Total, 0, 0, run.DoneAt, []);
    }

    private BulkRun NewRun(int total, string change, Guid? undoes, CurrentUser user)
    {
        var now = clock.Now();
        return new BulkRun { Id = Guid.CreateVersion7(now), UserId = user.Id, Total = total, Change = change, CreatedAt = now, UndoesId = undoes };
    }

    private static Refusal? Check(ChangeManyRequest request, CurrentUser user)
    {
        if (!user.IsStaff)
        {
            return new Refusal.Forbidden("Only the helpdesk team can change this.");
        }

        var count = request.Ids.Distinct().Count();
        if (request.Query is null ? count is 0 or > Most : count > 0)
        {
            return new Refusal.Invalid(nameof(request.Ids), count == 0 ? "Choose tickets first." : request.Query is null ? $"Change up to {Most} tickets at once." : "Choose tickets or a filter, not both.");
        }

        if (ChangeTicketValidator.Rules.Check(request.Change) is { } invalid)
        {
            return invalid;
        }

        if (request.Change.Fields is not null)
        {
            return new Refusal.Invalid("Change.Fields", "Fields of categories are changed one ticket at a time.");
        }

        return (request.ChangesNothing, request.MacroId) switch
        {
            (true, null) => new Refusal.Invalid(nameof(request.Change), "Choose what to change."),
            (false, not null) => new Refusal.Invalid(nameof(request.MacroId), "Choose a macro or single fields, not both."),
            _ => null,
        };
    }
}

/// <summary>The tickets that a view or a filter finds.</summary>
internal sealed class ManyTickets(QueueReading reading)
{
    private const int Most = 10_000;

    public async Task<Outcome<Guid[]>> FindAsync(string query, CurrentUser user, CancellationToken cancellationToken)
    {
        var request = QueueAddress.Read(query);
        if (request.View is null && new QueueAddress(request).Filters.Count == 0)
        {
            // Nothing was chosen, or it could not be read: that must not be all tickets.
            return new Refusal.Invalid(nameof(ChangeManyRequest.Query), "Choose a view or a filter first.");
        }

        var read = await reading.ReadAsync(request, user, cancellationToken);
        if (read.Value is not { } found)
        {
            return read.Refusal!;
        }

        var ids = await found.Tickets.OrderBy(ticket => ticket.Id).Select(ticket => ticket.Id).Take(Most + 1).ToArrayAsync(cancellationToken);
        return ids.Length > Most ? new Refusal.Invalid(nameof(ChangeManyRequest.Query), $"Change up to {Most:N0} tickets at once. Narrow the filter.") : ids;
    }
}
