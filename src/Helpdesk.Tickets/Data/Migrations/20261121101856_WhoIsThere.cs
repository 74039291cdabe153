using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Tickets.Data.Migrations
{
    /// <inheritdoc />
    internal partial class WhoIsThere : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "touched_by_id",
                schema: "tickets",
                table: "tickets",
                type: "uuid",
                nullable: true);

            // Who made the change goes along, so that it is no news to them, and when, so that it is told once.
            migrationBuilder.Sql(
                """
                create or replace function tickets.tell_ticket() returns trigger language plpgsql as $$
                begin
                    perform pg_notify('helpdesk', 'tickets:' || new.id
                        || case when tg_op = 'INSERT' or new.updated_at is distinct from old.updated_at then ' p ' else ' i ' end
                        || coalesce(new.touched_by_id::text, '-') || ' '
                        || (extract(epoch from new.touched_at) * 1000000)::bigint || ' '
                        || new.requester_id || ' ' || array_to_string(new.participant_ids[1:150], ' '));
                    return null;
                end $$;
                """);

            // The signal says who does what, so that no stream asks the database. Who comes back after half a minute is told like somebody new.
            migrationBuilder.Sql(
                """
                create or replace function tickets.tell_presence() returns trigger language plpgsql as $$
                begin
                    perform pg_notify('helpdesk', 'presence:' || coalesce(new.ticket_id, old.ticket_id) || ' ' || coalesce(new.user_id, old.user_id)
                        || case when new.ticket_id is null then ' -' when new.is_writing then ' w' else ' v' end);
                    return null;
                end $$;
                drop trigger tell_writing on tickets.presences;
                create trigger tell_writing after update on tickets.presences
                    for each row when (old.is_writing is distinct from new.is_writing or old.seen_at <= new.seen_at - interval '30 seconds')
                    execute function tickets.tell_presence();
                """);
        }
    }
}
