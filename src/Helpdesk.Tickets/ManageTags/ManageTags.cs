using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.ManageCategories;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.ManageTags;

/// <summary>A tag and how many tickets carry it.</summary>
internal sealed record TagView(string Name, int Tickets);

/// <summary>All tags that tickets carry, by name.</summary>
internal sealed record TagList(IReadOnlyList<TagView> Items);

internal sealed record RenameTagRequest
{
    public string Tag { get; init; } = "";

    public string Name { get; init; } = "";
}

internal sealed record MergeTagsRequest
{
    public List<string> Tags { get; init; } = [];

    /// <summary>The tag that stays, one of them or another one.</summary>
    public string Into { get; init; } = "";
}

/// <summary>What became of tags: the one that is left, and how many tickets were changed.</summary>
internal sealed record TagsChanged(string? Name, int Tickets);

internal sealed class ListTagsHandler(TagCarriers carriers)
{
    public async Task<Outcome<TagList>> HandleAsync(CurrentUser user, CancellationToken cancellationToken) =>
        user.IsAdmin ? new TagList(await carriers.CountAsync(cancellationToken)) : TagCarriers.AdminsOnly;
}

/// <summary>Gives a tag a name that no other one has.</summary>
internal sealed class RenameTagHandler(TagCarriers carriers)
{
    public async Task<Outcome<TagsChanged>> HandleAsync(RenameTagRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsAdmin)
        {
            return TagCarriers.AdminsOnly;
        }

        var name = TagCarriers.Normal(request.Name);
        if (TagCarriers.FaultOf(name) is { } fault)
        {
            return new Refusal.Invalid(nameof(request.Name), fault);
        }

        var tag = TagCarriers.Normal(request.Tag);
        if (!await carriers.AnyAsync(tag, cancellationToken))
        {
            return new Refusal.NotFound();
        }

        if (tag == name)
        {
            return new TagsChanged(name, 0);
        }

        return await carriers.AnyAsync(name, cancellationToken)
            ? new Refusal.Conflict($"There is a tag “{name}” already. Merge the two instead.")
            : await carriers.ReplaceAsync([tag], name, cancellationToken);
    }
}

/// <summary>Makes one tag of several.</summary>
internal sealed class MergeTagsHandler(TagCarriers carriers)
{
    public async Task<Outcome<TagsChanged>> HandleAsync(MergeTagsRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsAdmin)
        {
            return TagCarriers.AdminsOnly;
        }

        var into = TagCarriers.Normal(request.Into);
        if (TagCarriers.FaultOf(into) is { } fault)
        {
            return new Refusal.Invalid(nameof(request.Into), fault);
        }

        string[] tags = [.. Tags.Normalise(request.Tags).Where(tag => tag != into)];
        if (tags.Length == 0)
        {
            return new Refusal.Invalid(nameof(request.Tags), "Choose the tags to merge.");
        }

        foreach (var tag in tags)
        {
            if (!await carriers.AnyAsync(tag, cancellationToken))
            {
                return new Refusal.Invalid(nameof(request.Tags), $"No ticket carries the tag “{tag}”.");
            }
        }

        return await carriers.ReplaceAsync(tags, into, cancellationToken);
    }
}

/// <summary>Takes a tag off all tickets.</summary>
internal sealed class RemoveTagHandler(TagCarriers carriers)
{
    public async Task<Outcome<TagsChanged>> HandleAsync(string tag, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsAdmin)
        {
            return TagCarriers.AdminsOnly;
        }

        var name = TagCarriers.Normal(tag);
        return await carriers.AnyAsync(name, cancellationToken) ? await carriers.RemoveAsync(name, cancellationToken) : new Refusal.NotFound();
    }
}

/// <summary>All that carries tags: tickets, macros and saved views. A change of tags is one act, and the audit log has it.</summary>
internal sealed class TagCarriers(TicketsDbContext db, KeptWords kept, AuditLog audit)
{
    /// <summary>What everybody else is told.</summary>
    public static readonly Refusal AdminsOnly = new Refusal.Forbidden("Only administrators keep the tags.");

    private const int AtOnce = 5_000;

    public static string Normal(string tag) => Tags.Normalise([tag]) is [var one] ? one : "";

    public static string? FaultOf(string normalised) => normalised.Length == 0 ? "Enter a name." : Tags.Fault([normalised]);

    public async Task<IReadOnlyList<TagView>> CountAsync(CancellationToken cancellationToken) => await db.Database
        .SqlQuery<TagView>(
            $"""
            select tag as "Name", count(*)::int as "Tickets"
            from tickets.tickets, unnest(tags) as tag where tags <> array[]::text[] group by tag order by tag
            """)
        .ToListAsync(cancellationToken);

    public Task<bool> AnyAsync(string tag, CancellationToken cancellationToken) => db.Tickets.AnyAsync(ticket => ticket.Tags.Contains(tag), cancellationToken);

    /// <summary>The tag that stays is none of those that go.</summary>
    public async Task<TagsChanged> ReplaceAsync(string[] tags, string into, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await kept.ReplaceTagsAsync(tags, into, cancellationToken);
        var tickets = await WorkAsync(tags, into, cancellationToken);
        audit.Add(db, "tags.merged", details: new { tags, into, tickets });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new TagsChanged(into, tickets);
    }

    public async Task<TagsChanged> RemoveAsync(string tag, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await kept.RemoveTagAsync(tag, cancellationToken);
        var tickets = await WorkAsync([tag], null, cancellationToken);
        audit.Add(db, "tags.removed", details: new { tag, tickets });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new TagsChanged(null, tickets);
    }

    /// <summary>Some at a time, so that no statement runs for minutes; a tag stands where the first of those that it replaces stood.</summary>
    private async Task<int> WorkAsync(string[] tags, string? into, CancellationToken cancellationToken)
    {
        await db.Database.TellNobodyAsync(cancellationToken);
        int all = 0, changed;
        do
        {
            changed = await db.Database.ExecuteSqlAsync(
                $"""
                update tickets.tickets set version = version + 1, tags = array(
                    select name from (
                        select case when tag = any({tags}) then {into} else tag end as name, place
                        from unnest(tags) with ordinality as carried(tag, place)) as left_over
                    where name is not null group by name order by min(place))
                where id in (select id from tickets.tickets where tags && {tags} limit {AtOnce})
                """,
                cancellationToken);
            all += changed;
        }
        while (changed > 0);
        return all;
    }
}
