using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Helpdesk.Tickets.Data.Migrations
{
    /// <inheritdoc />
    internal partial class CountForReports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "days_of_facts",
                schema: "tickets",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    keys = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    packed = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_days_of_facts", x => new { x.day, x.kind });
                });

            migrationBuilder.CreateTable(
                name: "days_to_recount",
                schema: "tickets",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    day = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_days_to_recount", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_tickets_open_figures",
                schema: "tickets",
                table: "tickets",
                column: "created_at",
                filter: "status <= 2")
                .Annotation("Npgsql:IndexInclude", new[] { "status", "assignee_id", "first_responded_at", "first_response_due_at", "resolution_due_at" });

            // What is read by the year is not worth unpacking by the day.
            migrationBuilder.Sql("alter table tickets.days_of_facts alter column packed set storage external;");

            // Whoever changes a ticket, by whatever way, marks its days in the same transaction; nobody waits, because marks may repeat.
            migrationBuilder.Sql(
                """
                create function tickets.mark_days() returns trigger language plpgsql as $$
                begin
                    insert into tickets.days_to_recount (day)
                    select distinct (moment at time zone 'UTC')::date
                    from unnest(array[old.created_at, new.created_at, old.resolved_at, new.resolved_at]) as moment where moment is not null;
                    return null;
                end $$;

                create trigger mark_days after insert or delete on tickets.tickets for each row execute function tickets.mark_days();
                create trigger mark_days_of_change after update on tickets.tickets for each row
                    when ((old.created_at, old.category_id, old.team_id, old.assignee_id, old.channel, old.first_responded_at, old.resolved_at)
                        is distinct from (new.created_at, new.category_id, new.team_id, new.assignee_id, new.channel, new.first_responded_at, new.resolved_at))
                    execute function tickets.mark_days();

                insert into tickets.days_to_recount (day)
                select (created_at at time zone 'UTC')::date from tickets.tickets
                union select (resolved_at at time zone 'UTC')::date from tickets.tickets where resolved_at is not null;
                """);
        }
    }
}
