using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Tickets.Data.Migrations
{
    /// <inheritdoc />
    internal partial class RedactNotes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "redacted_at",
                schema: "tickets",
                table: "notes",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "redacted_by_id",
                schema: "tickets",
                table: "notes",
                type: "uuid",
                nullable: true);

            // Words that were taken out must vanish also where a conversation is too long to be gathered anew; there, what
            // other messages say with the same words is no longer found either.
            migrationBuilder.Sql(
                """
                create or replace function tickets.gather_anew() returns trigger language plpgsql as $$
                begin
                    if tg_table_name = 'tickets' then
                        perform tickets.gather_words_of(new.id);
                    else
                        perform tickets.gather_words_of(new.ticket_id);
                    end if;
                    return null;
                exception when program_limit_exceeded then
                    if tg_table_name <> 'tickets' then
                        update tickets.ticket_words
                        set public_words = case when tg_table_name = 'messages' then ts_delete(public_words, gone) else public_words end,
                            staff_words = ts_delete(staff_words, gone)
                        from (select tsvector_to_array(to_tsvector('platform.words', old.body)) as gone) as redacted
                        where ticket_id = new.ticket_id;
                    end if;
                    return null;
                end $$;
                create trigger gather_redacted after update of body on tickets.notes
                    for each row when (old.body is distinct from new.body) execute function tickets.gather_anew();
                """);
        }
    }
}
