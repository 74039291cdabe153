using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Platform.Data.Migrations
{
    /// <inheritdoc />
    internal partial class WatchAndTrim : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "has_secrets",
                schema: "platform",
                table: "outbox",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "conditions",
                schema: "platform",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conditions", x => x.name);
                });

            // Only the job that removes old lines may remove any, and no young one.
            migrationBuilder.Sql(
                """
                create or replace function platform.audit_is_final() returns trigger language plpgsql as $$
                begin
                    if tg_op = 'DELETE' and current_setting('helpdesk.trims_audit', true) = 'on' then
                        return null;
                    end if;
                    raise exception 'the audit log cannot be changed';
                end
                $$;
                create function platform.audit_line_is_old() returns trigger language plpgsql as $$
                begin
                    if old.at > now() - interval '90 days' then
                        raise exception 'this line of the audit log is too young to be removed';
                    end if;
                    return old;
                end
                $$;
                create trigger audit_line_is_old before delete on platform.audit_entries
                    for each row execute function platform.audit_line_is_old();
                """);
        }
    }
}
