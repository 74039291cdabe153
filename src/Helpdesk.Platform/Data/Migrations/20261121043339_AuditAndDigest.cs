using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Platform.Data.Migrations
{
    /// <inheritdoc />
    internal partial class AuditAndDigest : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit_entries",
                schema: "platform",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    action = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    subject_kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    subject_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    details = table.Column<string>(type: "jsonb", nullable: false),
                    address = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "digest_items",
                schema: "platform",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    recipient_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    parameters = table.Column<string>(type: "jsonb", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    digest_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_digest_items", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_actor_id_at",
                schema: "platform",
                table: "audit_entries",
                columns: new[] { "actor_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_at_id",
                schema: "platform",
                table: "audit_entries",
                columns: new[] { "at", "id" },
                descending: new bool[0]);

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_subject_kind_subject_id_at",
                schema: "platform",
                table: "audit_entries",
                columns: new[] { "subject_kind", "subject_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_digest_items_digest_id",
                schema: "platform",
                table: "digest_items",
                column: "digest_id");

            migrationBuilder.CreateIndex(
                name: "ix_digest_items_waiting",
                schema: "platform",
                table: "digest_items",
                column: "recipient_id",
                filter: "digest_id is null");

            // Nothing in the product can change what was recorded, whatever a later mistake in the code may try.
            migrationBuilder.Sql(
                """
                create function platform.audit_is_final() returns trigger language plpgsql as $$
                begin
                    raise exception 'the audit log cannot be changed';
                end
                $$;
                create trigger audit_is_final before update or delete or truncate on platform.audit_entries
                    for each statement execute function platform.audit_is_final();
                """);
        }
    }
}
