using System.Text.Json;
using Helpdesk.Platform;
using Helpdesk.Platform.Http.Json;
using Helpdesk.Tickets.Categories;
using Helpdesk.Tickets.ChangeTicket;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Macros;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.ChangeMany;

/// <summary>A change as a run keeps it until it is done.</summary>
internal sealed record BulkChange
{
    public MacroChange Change { get; init; } = new();

    /// <summary>All tags that a ticket then has, when they are set as a whole.</summary>
    public List<string>? Tags { get; init; }

    public Guid? MacroId { get; init; }

    public static BulkChange Of(ChangeManyRequest request) => new()
    {
        MacroId = request.MacroId,
        Tags = request.Change.Tags is { } tags ? [.. tags] : null,
        Change = new MacroChange
        {
            Status = request.Change.Status,
            Priority = request.Change.Priority,
            Category = request.Change.Category,
            Assignee = Word(request.Change.AssigneeId),
            Team = Word(request.Change.TeamId),
            AddTags = request.AddTags,
        },
    };

    public static BulkChange Read(string json) => JsonSerializer.Deserialize<BulkChange>(json)!;

    public string Write() => JsonSerializer.Serialize(this);

    public ChangeTicketRequest For(FieldValues before, Guid userId)
    {
        var tags = Tags?.ToArray() ?? before.TagList;
        var change = Change.For(tags, userId) with { Status = Change.Status };
        return change.Tags is null && Tags is not null ? change with { Tags = tags } : change;
    }

    private static string? Word(Named<Guid?> id) => id.IsNamed ? id.Value?.ToString() ?? MacroChange.Nobody : null;
}

/// <summary>What was done to one ticket, with its fields before and after.</summary>
internal sealed record ManyItem(Guid TicketId, int? Number, BulkResult Result, string? Sentence, FieldValues? Before, FieldValues? After)
{
    public ManyResult View() => new(TicketId, Number, Words.Of(Result), Sentence);

    public BulkItem Row(Guid runId)
    {
        var row = new BulkItem { RunId = runId, TicketId = TicketId };
        Write(row);
        return row;
    }

    public void Write(BulkItem row) =>
        (row.Result, row.Sentence, row.Before, row.After) = (Result, Sentence, Before is null ? null : JsonSerializer.Serialize(Before), After is null ? null : JsonSerializer.Serialize(After));
}

/// <summary>One ticket of a run: changed by the rules of one.</summary>
internal sealed class ManyStep(TicketsDbContext db, ChangeTicketHandler change, ApplyMacroHandler macros, CategoryList categories)
{
    public Task<ManyItem> ChangeAsync(Guid id, BulkChange what, CurrentUser user, CancellationToken cancellationToken) => ActAsync(
        id,
        before => what.MacroId is { } macro
            ? macros.HandleAsync(id, macro, new ApplyMacroRequest(), user, TicketChannel.Web, cancellationToken)
            : change.HandleAsync(id, what.For(before, user.Id), null, user, cancellationToken),
        cancellationToken);

    /// <summary>Puts the fields back; where somebody changed a field since, theirs stays.</summary>
    public Task<ManyItem> UndoAsync(BulkItem done, CurrentUser user, CancellationToken cancellationToken) => ActAsync(
        done.TicketId, now => change.HandleAsync(done.TicketId, Back(done, now), null, user, cancellationToken), cancellationToken);

    private async Task<ManyItem> ActAsync(Guid id, Func<FieldValues, Task<Outcome<Ticket>>> act, CancellationToken cancellationToken)
    {
        if (await FieldsAsync(id, cancellationToken) is not (var number, { } before))
        {
            return new ManyItem(id, null, BulkResult.Refused, SentenceOf(new Refusal.NotFound()), null, null);
        }

        var outcome = await act(before);
        db.ChangeTracker.Clear();
        if (outcome.Refusal is { } refused)
        {
            return new ManyItem(id, number, BulkResult.Refused, SentenceOf(refused), before, null);
        }

        var after = (await FieldsAsync(id, cancellationToken))!.Value.Fields;
        return new ManyItem(id, number, after == before ? BulkResult.Unchanged : BulkResult.Changed, null, before, after);
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
            Tags = IsOurs("Tags") ? before.TagList : null,
        };
    }

    private static Named<Guid?> Id(string text) => new(text.Length == 0 ? null : Guid.Parse(text), IsNamed: true);

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
