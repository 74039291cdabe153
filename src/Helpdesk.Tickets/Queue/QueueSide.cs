using System.Text.Json;
using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.SavedViews;
using Helpdesk.Tickets.TellPresence;
using Helpdesk.Tickets.Views;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Queue;

/// <summary>What stands beside the team's pages: the built-in views with their counts, the saved ones, and who of the team is on which ticket.</summary>
internal sealed record QueueSide(QueueCounts Counts, IReadOnlyList<SavedViewView> Saved, IReadOnlyList<PresentView> Present)
{
    /// <summary>The words of the columns that the person wants in the queue.</summary>
    public IReadOnlyList<string> Columns { get; init; } = QueueColumn.Standard;

    /// <summary>The macros that the person may apply to many tickets.</summary>
    public IReadOnlyList<MacroName> Macros { get; init; } = [];
}

internal sealed record MacroName(Guid Id, string Name);

internal sealed class QueueSideReading(TicketsDbContext db, ITeamDirectory teams, PresenceReading presence, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Names = new() { PropertyNameCaseInsensitive = true };

    /// <summary>In one statement: it is part of every page of the team.</summary>
    public async Task<QueueSide> ReadAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        const int most = QueueCounts.Cap + 1;
        var today = LocalDays.Today(clock.GetUtcNow(), user);
        var since = clock.GetUtcNow() - Presence.Holds;
        var mine = await SharingWords.TeamsOfAsync(teams, user, cancellationToken);
        var row = await db.Database.SqlQuery<SideRow>(
            $"""
            select
                (select count(*) from (select 1 from tickets.tickets where status <= 2 and assignee_id is null and snoozed_at is null limit {most}) as t)::int as "Unassigned",
                (select count(*) from (select 1 from tickets.tickets where status <= 2 and assignee_id = {user.Id} and snoozed_at is null limit {most}) as t)::int as "Mine",
                (select count(*) from (select 1 from tickets.tickets where status <= 2 and snoozed_at is null limit {most}) as t)::int as "Open",
                (select count(*) from (select 1 from tickets.tickets where status = 2 and snoozed_at is null limit {most}) as t)::int as "Waiting",
                (select count(*) from (select 1 from tickets.tickets where resolved_at >= {today} limit {most}) as t)::int as "SolvedToday",
                (
                select coalesce(json_agg(json_build_object('id', id, 'name', name, 'query', query, 'sharing', '', 'isMine', owner_id = {user.Id}) order by lower(name), id), '[]')::text
                from tickets.saved_views
                where owner_id = {user.Id} or sharing = 2 or (sharing = 1 and team_id = any({mine}))) as "Saved",
                (
                select coalesce(json_agg(json_build_object('ticketId', ticket_id, 'userId', user_id, 'isWriting', is_writing, 'seenAt', seen_at)), '[]')::text
                from tickets.presences where seen_at > {since} and user_id <> {user.Id}) as "Present",
                (
                select coalesce(json_agg(json_build_object('id', id, 'name', name) order by lower(name), id), '[]')::text
                from tickets.macros
                where owner_id = {user.Id} or sharing = 2 or (sharing = 1 and team_id = any({mine}))) as "Macros",
                (select columns from tickets.queue_layouts where user_id = {user.Id}) as "Columns"
            """).SingleAsync(cancellationToken);
        return new QueueSide(
            new QueueCounts(row.Unassigned, row.Mine, row.Open, row.Waiting, row.SolvedToday),
            JsonSerializer.Deserialize<List<SavedViewView>>(row.Saved, Names)!,
            await presence.NameAsync(JsonSerializer.Deserialize<List<PresenceRow>>(row.Present, Names)!, cancellationToken))
        {
            Macros = JsonSerializer.Deserialize<List<MacroName>>(row.Macros, Names)!,
            Columns = row.Columns is { Length: > 0 } chosen ? chosen : QueueColumn.Standard,
        };
    }

    private sealed record SideRow(int Unassigned, int Mine, int Open, int Waiting, int SolvedToday, string Saved, string Present, string Macros, string[]? Columns);
}
