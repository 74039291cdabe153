using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Tickets.Data.Migrations
{
    /// <inheritdoc />
    internal partial class FieldsOfCategories : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "extras",
                schema: "tickets",
                table: "tickets",
                type: "jsonb",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<int>(
                name: "default_priority",
                schema: "tickets",
                table: "categories",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "default_team_id",
                schema: "tickets",
                table: "categories",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "version",
                schema: "tickets",
                table: "categories",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "extra_fields",
                schema: "tickets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    category_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    label = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    hint = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    is_required = table.Column<bool>(type: "boolean", nullable: false),
                    is_for_the_team = table.Column<bool>(type: "boolean", nullable: false),
                    choices = table.Column<string[]>(type: "text[]", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_extra_fields", x => x.id);
                    table.ForeignKey(
                        name: "fk_extra_fields_categories_category_id",
                        column: x => x.category_id,
                        principalSchema: "tickets",
                        principalTable: "categories",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_tickets_extras",
                schema: "tickets",
                table: "tickets",
                column: "extras",
                filter: "extras <> '{}'")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "jsonb_path_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_extra_fields_category_id_key",
                schema: "tickets",
                table: "extra_fields",
                columns: new[] { "category_id", "key" },
                unique: true);

            // Fields are kept in memory with their categories, so whoever hears of the one looks for the other too.
            migrationBuilder.Sql(
                """
                create trigger tell after insert or update or delete on tickets.extra_fields
                    for each statement execute function tickets.tell_categories();
                """);

            // A change of very many tickets at once asks not to be told ticket by ticket.
            migrationBuilder.Sql(
                """
                create or replace function tickets.tell_ticket() returns trigger language plpgsql as $$
                begin
                    if current_setting('helpdesk.quiet', true) = 'on' then
                        return null;
                    end if;
                    perform pg_notify('helpdesk', 'tickets:' || new.id
                        || case when tg_op = 'INSERT' or new.updated_at is distinct from old.updated_at then ' p ' else ' i ' end
                        || coalesce(new.touched_by_id::text, '-') || ' '
                        || (extract(epoch from new.touched_at) * 1000000)::bigint || ' '
                        || new.requester_id || ' ' || array_to_string(new.participant_ids[1:150], ' '));
                    return null;
                end $$;
                """);
        }
    }
}
