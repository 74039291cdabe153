using Helpdesk.Platform.Demo;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Demo;

/// <summary>What the demo asks of those who need access to something. An installation that has fields keeps its own.</summary>
internal sealed class DemoFields(TicketsDbContext db, TimeProvider clock) : IDemoData
{
    private const string Category = "Access";

    private static readonly string[] Systems = ["Accounting", "Customer files", "Intranet", "Shared folders"];

    // Before the tickets, which fill some of them in.
    public int Order => 25;

    /// <summary>What the ticket with this index says: a system for each choice there is.</summary>
    public static string ValuesOf(IEnumerable<ExtraField> fields, int index) => ExtraValues.Write(
        fields.Where(field => field.Kind == FieldKind.Choice).Select(field => KeyValuePair.Create(field.Id, field.Choices[index % field.Choices.Length])));

    public async Task<IReadOnlyList<string>> SeedAsync(CancellationToken cancellationToken)
    {
        var category = await db.Categories.AsNoTracking().SingleOrDefaultAsync(known => known.Name == Category, cancellationToken);
        if (category is null || await db.ExtraFields.AnyAsync(cancellationToken))
        {
            return [];
        }

        var now = clock.GetUtcNow();
        ExtraField New(string key, FieldKind kind, string label, int place) =>
            new() { Id = Guid.CreateVersion7(now), CategoryId = category.Id, Key = key, Kind = kind, Label = label, Position = place, Version = 1 };
        var (system, from, approved) = (New("system", FieldKind.Choice, "Which system?", 0), New("needed_from", FieldKind.Date, "Needed from", 1), New("approved_by", FieldKind.Text, "Approved by", 2));
        system.Choices = Systems;
        from.Hint = "Leave it empty when it is needed now.";
        approved.IsForTheTeam = true;
        db.AddRange(system, from, approved);
        await db.SaveChangesAsync(cancellationToken);
        return ["3 fields"];
    }
}
