using System.Globalization;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Helpdesk.Tickets.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.ManageCategories;

/// <summary>Removes a category. Its tickets move to another one when that is named; else it is not removed.</summary>
internal sealed class RemoveCategoryHandler(TicketsDbContext db, ManagedCategories categories, KeptWords kept, AuditLog audit)
{
    private const int AtOnce = 5_000;

    public async Task<Outcome<Done>> HandleAsync(Guid id, Guid? moveTo, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsAdmin)
        {
            return ManagedCategories.AdminsOnly;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await categories.LockAsync(cancellationToken);
        // Whoever files a ticket in it now waits for the row, and then finds it gone.
        if ((await db.Categories.FromSql($"select * from tickets.categories where id = {id} for update").ToListAsync(cancellationToken)) is not [var category])
        {
            return new Refusal.NotFound();
        }

        var others = await db.Categories.Where(other => other.Id != id).ToListAsync(cancellationToken);
        if (!others.Exists(other => other.IsActive))
        {
            return new Refusal.Conflict("There must be a category that tickets can be filed in.");
        }

        var target = others.Find(other => other.Id == moveTo);
        if (moveTo is not null && target is null)
        {
            return new Refusal.Invalid(nameof(moveTo), "Choose another category.");
        }

        var tickets = await db.Tickets.CountAsync(ticket => ticket.CategoryId == id, cancellationToken);
        if (tickets > 0 && target is null)
        {
            return new Refusal.Conflict($"{Used(category.Name, tickets)} Move them to another category, or hide it instead.");
        }

        if (target is not null)
        {
            await MoveAsync(id, target.Id, cancellationToken);
            await kept.ReplaceCategoryAsync(category, target.Name, target.Id, cancellationToken);
        }

        db.Remove(category);
        audit.Add(db, "category.removed", new AuditSubject("category", id.ToString()), new { category.Name, movedTo = target?.Id, tickets });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Done.It;
    }

    public static string Used(string name, int tickets) =>
        string.Create(CultureInfo.InvariantCulture, $"“{name}” is used by {tickets:N0} {(tickets == 1 ? "ticket" : "tickets")}.");

    /// <summary>Some at a time, so that no statement runs for minutes. Nobody is told of each: it is one act, and the audit log has it.</summary>
    private async Task MoveAsync(Guid from, Guid to, CancellationToken cancellationToken)
    {
        await db.Database.TellNobodyAsync(cancellationToken);
        int moved;
        do
        {
            moved = await db.Database.ExecuteSqlAsync(
                $"""
                update tickets.tickets set category_id = {to}, version = version + 1
                where id in (select id from tickets.tickets where category_id = {from} limit {AtOnce})
                """,
                cancellationToken);
        }
        while (moved > 0);
    }
}
