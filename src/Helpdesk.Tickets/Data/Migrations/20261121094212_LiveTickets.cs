using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Tickets.Data.Migrations
{
    /// <inheritdoc />
    internal partial class LiveTickets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Who may hear of it goes along, so that no stream asks the database. updated_at is what the requester may know of.
            // A signal holds 8,000 bytes; past 150 people copied in, the others see it with the next look at the page.
            migrationBuilder.Sql(
                """
                create or replace function tickets.tell_ticket() returns trigger language plpgsql as $$
                begin
                    perform pg_notify('helpdesk', 'tickets:' || new.id
                        || case when tg_op = 'INSERT' or new.updated_at is distinct from old.updated_at then ' p ' else ' i ' end
                        || new.requester_id || ' ' || array_to_string(new.participant_ids[1:150], ' '));
                    return null;
                end $$;
                """);
        }
    }
}
