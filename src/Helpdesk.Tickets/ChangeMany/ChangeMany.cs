using System.Text.Json;
using Helpdesk.Platform;
using Helpdesk.Tickets.Categories;
using Helpdesk.Tickets.ChangeTicket;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.ChangeMany;

internal sealed record ChangeManyRequest
{
    /// <summary>Up to 200 tickets.</summary>
    public List<Guid> Ids { get; init; } = [];

    /// <summary>As for one ticket.</summary>
    public ChangeTicketRequest Change { get; init; } = new();

    /// <summary>Put beside the tags that a ticket has.</summary>
    public List<string> AddTags { get; init; } = [];
}

/// <summary>What became of one ticket: changed, unchanged (it was like that already) or refused, and then why.</summary>
internal sealed record ManyResult(Guid Id, int? Number, string Result, string? Sentence);

/// <summary>The id takes the whole run back.</summary>
internal sealed record ManyView(Guid Id, int Changed, int Refused, IReadOnlyList<ManyResult> Results);

/// <summary>One change for many tickets. Each is changed by the rules of one, for itself: what is refused does not hold the others back.</summary>
internal sealed class ChangeManyHandler(TicketsDbContext db, ChangeTicketHandler change, CategoryList categories, TimeProvider clock)
{
    public const int Most = 200;

    public async Task<Outcome<ManyView>> HandleAsync(ChangeManyRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return new Refusal.Forbidden("Only the helpdesk team can change this.");
        }

        var ids = request.Ids.Distinct().ToList();
        if (ids.Count is 0 or > Most)
        {
            return new Refusal.Invalid(nameof(request.Ids), ids.Count == 0 ? "Choose tickets first." : $"Change up to {Most} tickets at once.");
        }

        if (ChangeTicketValidator.Rules.Check(request.Change) is { } invalid)
        {
            return invalid;
        }

        if (request.Change == new ChangeTicketRequest() && Tags.Normalise(request.AddTags).Length == 0)
        {
            return new Refusal.Invalid(nameof(request.Change), "Choose what to change.");
        }

        return await RunAsync(ids, (_, before) => WithTags(request, before), null, user, cancellationToken);
    }

    /// <summary>Works through the tickets and keeps what each was before.</summary>
    public async Task<ManyView> RunAsync(
        IReadOnlyList<Guid> ids, Func<Guid, FieldValues, ChangeTicketRequest> changeOf, Guid? undoes, CurrentUser user, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var run = new BulkRun { Id = Guid.CreateVersion7(now), UserId = user.Id, Total = ids.Count, CreatedAt = now, UndoesId = undoes };
        var items = new List<BulkItem>();
        var results = new List<ManyResult>();
        foreach (var id in ids)
        {
            var before = await FieldsAsync(id, cancellationToken);
            var outcome = before is null ? new Refusal.NotFound() : await change.HandleAsync(id, changeOf(id, before.Value.Fields), null, user, cancellationToken);
            db.ChangeTracker.Clear();
            var after = outcome.Value is null ? null : await FieldsAsync(id, cancellationToken);
            var result = outcome.Value is null ? BulkResult.Refused : after!.Value.Fields == before!.Value.Fields ? BulkResult.Unchanged : BulkResult.Changed;
            var sentence = outcome.Refusal is { } refused ? SentenceOf(refused) : null;
            items.Add(new BulkItem
            {
                RunId = run.Id,
                TicketId = id,
                Result = result,
                Sentence = sentence,
                Before = before is { } was ? JsonSerializer.Serialize(was.Fields) : null,
                After = after is { } became ? JsonSerializer.Serialize(became.Fields) : null,
            });
            results.Add(new ManyResult(id, before?.Number, Words.Of(result), sentence));
        }

        run.Changed = items.Count(item => item.Result == BulkResult.Changed);
        run.Refused = items.Count(item => item.Result == BulkResult.Refused);
        run.DoneAt = clock.Now();
        db.Add(run);
        db.AddRange(items);
        await db.SaveChangesAsync(cancellationToken);
        return new ManyView(run.Id, run.Changed, run.Refused, results);
    }

    private async Task<(int Number, FieldValues Fields)?> FieldsAsync(Guid id, CancellationToken cancellationToken)
    {
        var row = await db.Tickets.AsNoTracking().Where(ticket => ticket.Id == id)
            .Select(ticket => new { ticket.Number, ticket.Status, ticket.Priority, ticket.CategoryId, ticket.AssigneeId, ticket.TeamId, ticket.Tags })
            .SingleOrDefaultAsync(cancellationToken);
        return row is null ? null : (row.Number, new FieldValues
        {
            Status = Words.Of(row.Status),
            Priority = Words.Of(row.Priority),
            Category = (await categories.GetAsync(cancellationToken)).NameOf(row.CategoryId),
            Assignee = row.AssigneeId?.ToString() ?? "",
            Team = row.TeamId?.ToString() ?? "",
            Tags = string.Join(", ", row.Tags),
        });
    }

    private static ChangeTicketRequest WithTags(ChangeManyRequest request, FieldValues before)
    {
        var added = Tags.Normalise(request.AddTags);
        return added.Length == 0
            ? request.Change
            : request.Change with { Tags = [.. Tags.Normalise([.. request.Change.Tags ?? TagsOf(before), .. added])] };
    }

    internal static string[] TagsOf(FieldValues fields) => fields.Tags.Split(", ", StringSplitOptions.RemoveEmptyEntries);

    private static string SentenceOf(Refusal refused)
    {
        var sentence = refused switch
        {
            Refusal.Conflict conflict => conflict.Why,
            Refusal.Stale stale => stale.Why,
            Refusal.Forbidden forbidden => forbidden.Why,
            Refusal.Later later => later.Why,
            Refusal.Invalid invalid => invalid.Errors.Values.First()[0],
            _ => "There is no such ticket.",
        };
        return sentence.Length <= BulkItem.SentenceLength ? sentence : sentence[..BulkItem.SentenceLength];
    }
}

/// <summary>Takes a run back, field by field; where somebody changed a field since, theirs stays.</summary>
internal sealed class UndoManyHandler(TicketsDbContext db, ChangeManyHandler many)
{
    public async Task<Outcome<ManyView>> HandleAsync(Guid runId, CurrentUser user, CancellationToken cancellationToken)
    {
        var run = await db.BulkRuns.AsNoTracking().SingleOrDefaultAsync(found => found.Id == runId && found.UserId == user.Id, cancellationToken);
        if (run is null || !user.IsStaff)
        {
            return new Refusal.NotFound();
        }

        if (run.UndoesId is not null || await db.BulkRuns.AnyAsync(other => other.UndoesId == runId, cancellationToken))
        {
            return new Refusal.Conflict("This is taken back already.");
        }

        var changed = await db.BulkItems.AsNoTracking().Where(item => item.RunId == runId && item.Result == BulkResult.Changed)
            .ToDictionaryAsync(item => item.TicketId, cancellationToken);
        return changed.Count == 0
            ? new Refusal.Conflict("Nothing was changed.")
            : await many.RunAsync([.. changed.Keys], (id, now) => Back(changed[id], now), runId, user, cancellationToken);
    }

    private static ChangeTicketRequest Back(BulkItem item, FieldValues now)
    {
        var before = JsonSerializer.Deserialize<FieldValues>(item.Before!)!;
        var after = JsonSerializer.Deserialize<FieldValues>(item.After!)!;
        bool IsOurs(string name) => before[name] != after[name] && now[name] == after[name];
        return new ChangeTicketRequest
        {
            Status = IsOurs("Status") ? before.Status : null,
            Priority = IsOurs("Priority") ? before.Priority : null,
            Category = IsOurs("Category") ? before.Category : null,
            AssigneeId = IsOurs("Assignee") ? Id(before.Assignee) : default,
            TeamId = IsOurs("Team") ? Id(before.Team) : default,
            Tags = IsOurs("Tags") ? ChangeManyHandler.TagsOf(before) : null,
        };
    }

    private static Named<Guid?> Id(string text) => new(text.Length == 0 ? null : Guid.Parse(text), IsNamed: true);
}
