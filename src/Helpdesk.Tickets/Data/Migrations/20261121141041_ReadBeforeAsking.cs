using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Tickets.Data.Migrations
{
    /// <inheritdoc />
    internal partial class ReadBeforeAsking : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "items_read",
                schema: "tickets",
                columns: table => new
                {
                    ticket_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_items_read", x => new { x.ticket_id, x.item_id });
                    table.ForeignKey(
                        name: "fk_items_read_tickets_ticket_id",
                        column: x => x.ticket_id,
                        principalSchema: "tickets",
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            // For a change of the language: gathers the words of the next tickets anew and says which was the last.
            migrationBuilder.Sql(
                """
                create function tickets.gather_words_after(ticket uuid, most int) returns uuid language plpgsql as $$
                declare
                    next_one uuid;
                    last_one uuid;
                begin
                    for next_one in select ticket_id from tickets.ticket_words where ticket_id > ticket order by ticket_id limit most loop
                        begin
                            perform tickets.gather_words_of(next_one);
                        exception when program_limit_exceeded then
                            -- Too many words for one row: it stays as it is.
                            null;
                        end;
                        last_one := next_one;
                    end loop;
                    return last_one;
                end $$;
                """);
        }
    }
}
