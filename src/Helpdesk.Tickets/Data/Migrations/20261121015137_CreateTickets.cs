using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace Helpdesk.Tickets.Data.Migrations
{
    /// <inheritdoc />
    internal partial class CreateTickets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "tickets");

            migrationBuilder.CreateSequence<int>(
                name: "ticket_numbers",
                schema: "tickets");

            migrationBuilder.CreateTable(
                name: "categories",
                schema: "tickets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    hint = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_categories", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "drafts",
                schema: "tickets",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    ticket_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_drafts", x => new { x.user_id, x.kind, x.ticket_id });
                });

            migrationBuilder.CreateTable(
                name: "sightings",
                schema: "tickets",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ticket_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sightings", x => new { x.user_id, x.ticket_id });
                });

            migrationBuilder.CreateTable(
                name: "tickets",
                schema: "tickets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false, defaultValueSql: "nextval('tickets.ticket_numbers')"),
                    subject = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    category_id = table.Column<Guid>(type: "uuid", nullable: false),
                    priority = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    requester_id = table.Column<Guid>(type: "uuid", nullable: false),
                    participant_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    assignee_id = table.Column<Guid>(type: "uuid", nullable: true),
                    team_id = table.Column<Guid>(type: "uuid", nullable: true),
                    tags = table.Column<string[]>(type: "text[]", nullable: false),
                    channel = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    touched_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    first_responded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    resolved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    first_response_due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    resolution_due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    merged_into_id = table.Column<Guid>(type: "uuid", nullable: true),
                    follows_id = table.Column<Guid>(type: "uuid", nullable: true),
                    last_message_preview = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    last_message_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_message_author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tickets", x => x.id);
                    table.ForeignKey(
                        name: "fk_tickets_categories_category_id",
                        column: x => x.category_id,
                        principalSchema: "tickets",
                        principalTable: "categories",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tickets_tickets_follows_id",
                        column: x => x.follows_id,
                        principalSchema: "tickets",
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tickets_tickets_merged_into_id",
                        column: x => x.merged_into_id,
                        principalSchema: "tickets",
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "messages",
                schema: "tickets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ticket_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_from_staff = table.Column<bool>(type: "boolean", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    channel = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_messages", x => x.id);
                    table.ForeignKey(
                        name: "fk_messages_tickets_ticket_id",
                        column: x => x.ticket_id,
                        principalSchema: "tickets",
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notes",
                schema: "tickets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ticket_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    channel = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notes", x => x.id);
                    table.ForeignKey(
                        name: "fk_notes_tickets_ticket_id",
                        column: x => x.ticket_id,
                        principalSchema: "tickets",
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ticket_events",
                schema: "tickets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ticket_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    from = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    to = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    is_internal = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ticket_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_ticket_events_tickets_ticket_id",
                        column: x => x.ticket_id,
                        principalSchema: "tickets",
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ticket_words",
                schema: "tickets",
                columns: table => new
                {
                    ticket_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    public_words = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: false),
                    staff_words = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ticket_words", x => x.ticket_id);
                    table.ForeignKey(
                        name: "fk_ticket_words_tickets_ticket_id",
                        column: x => x.ticket_id,
                        principalSchema: "tickets",
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_messages_ticket_id_created_at",
                schema: "tickets",
                table: "messages",
                columns: new[] { "ticket_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_notes_ticket_id_created_at",
                schema: "tickets",
                table: "notes",
                columns: new[] { "ticket_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_ticket_events_ticket_id_at",
                schema: "tickets",
                table: "ticket_events",
                columns: new[] { "ticket_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_ticket_words_public_words",
                schema: "tickets",
                table: "ticket_words",
                column: "public_words")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_ticket_words_staff_words",
                schema: "tickets",
                table: "ticket_words",
                column: "staff_words")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_ticket_words_subject",
                schema: "tickets",
                table: "ticket_words",
                column: "subject")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_tickets_assigned",
                schema: "tickets",
                table: "tickets",
                columns: new[] { "assignee_id", "touched_at", "id" },
                filter: "status <= 2 and assignee_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_tickets_category_id",
                schema: "tickets",
                table: "tickets",
                column: "category_id");

            migrationBuilder.CreateIndex(
                name: "ix_tickets_created_at_id",
                schema: "tickets",
                table: "tickets",
                columns: new[] { "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_tickets_follows_id",
                schema: "tickets",
                table: "tickets",
                column: "follows_id",
                filter: "follows_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_tickets_merged_into_id",
                schema: "tickets",
                table: "tickets",
                column: "merged_into_id",
                filter: "merged_into_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_tickets_number",
                schema: "tickets",
                table: "tickets",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_tickets_open",
                schema: "tickets",
                table: "tickets",
                columns: new[] { "touched_at", "id" },
                filter: "status <= 2");

            migrationBuilder.CreateIndex(
                name: "ix_tickets_open_by_priority",
                schema: "tickets",
                table: "tickets",
                columns: new[] { "priority", "id" },
                filter: "status <= 2");

            migrationBuilder.CreateIndex(
                name: "ix_tickets_participant_ids",
                schema: "tickets",
                table: "tickets",
                column: "participant_ids")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_tickets_requester_id_updated_at",
                schema: "tickets",
                table: "tickets",
                columns: new[] { "requester_id", "updated_at" });

            migrationBuilder.CreateIndex(
                name: "ix_tickets_resolved",
                schema: "tickets",
                table: "tickets",
                columns: new[] { "resolved_at", "id" },
                filter: "resolved_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_tickets_tags",
                schema: "tickets",
                table: "tickets",
                column: "tags")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_tickets_touched_at_id",
                schema: "tickets",
                table: "tickets",
                columns: new[] { "touched_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_tickets_unassigned",
                schema: "tickets",
                table: "tickets",
                columns: new[] { "touched_at", "id" },
                filter: "status <= 2 and assignee_id is null");

            migrationBuilder.CreateIndex(
                name: "ix_tickets_waiting",
                schema: "tickets",
                table: "tickets",
                columns: new[] { "touched_at", "id" },
                filter: "status = 2");

            migrationBuilder.Sql("create unique index ux_categories_name on tickets.categories (lower(name))");
            migrationBuilder.Sql(
                """
                insert into tickets.categories (id, name, hint, position, is_active) values
                    (gen_random_uuid(), 'Hardware', 'Laptop, screen, phone, printer', 1, true),
                    (gen_random_uuid(), 'Software', 'A program fails or is missing', 2, true),
                    (gen_random_uuid(), 'Access', 'Accounts, passwords, rights', 3, true),
                    (gen_random_uuid(), 'Network', 'Wi-Fi, VPN, file shares', 4, true),
                    (gen_random_uuid(), 'Other', 'Anything else', 5, true);
                """);

            // The words of a ticket are gathered where they are written, so that no writer can forget them. A tsvector ends
            // at 1 MiB: what a very long conversation says beyond that is kept, but not found.
            migrationBuilder.Sql(
                """
                create function tickets.gather_subject() returns trigger language plpgsql as $$
                declare
                    found tsvector := setweight(to_tsvector('platform.words', new.subject), 'A');
                begin
                    insert into tickets.ticket_words (ticket_id, subject, public_words, staff_words)
                    values (new.id, new.subject, found, found);
                    return null;
                end $$;
                create trigger gather_subject after insert on tickets.tickets
                    for each row execute function tickets.gather_subject();

                create function tickets.gather_message() returns trigger language plpgsql as $$
                begin
                    update tickets.ticket_words
                    set public_words = public_words || to_tsvector('platform.words', new.body),
                        staff_words = staff_words || to_tsvector('platform.words', new.body)
                    where ticket_id = new.ticket_id;
                    return null;
                exception when program_limit_exceeded then
                    return null;
                end $$;
                create trigger gather_message after insert on tickets.messages
                    for each row execute function tickets.gather_message();

                create function tickets.gather_note() returns trigger language plpgsql as $$
                begin
                    update tickets.ticket_words
                    set staff_words = staff_words || to_tsvector('platform.words', new.body)
                    where ticket_id = new.ticket_id;
                    return null;
                exception when program_limit_exceeded then
                    return null;
                end $$;
                create trigger gather_note after insert on tickets.notes
                    for each row execute function tickets.gather_note();
                """);

            // For whoever loads tickets in bulk with the triggers off: gathers all words anew.
            migrationBuilder.Sql(
                """
                create function tickets.gather_all_words() returns void language sql as $$
                    truncate tickets.ticket_words;
                    insert into tickets.ticket_words (ticket_id, subject, public_words, staff_words)
                    select ticket.id, ticket.subject, words.said, words.said || to_tsvector('platform.words', coalesce(noted.bodies, ''))
                    from tickets.tickets as ticket
                    left join (select ticket_id, string_agg(body, E'\n') as bodies from tickets.messages group by ticket_id) as spoken
                        on spoken.ticket_id = ticket.id
                    left join (select ticket_id, string_agg(body, E'\n') as bodies from tickets.notes group by ticket_id) as noted
                        on noted.ticket_id = ticket.id
                    cross join lateral (select setweight(to_tsvector('platform.words', ticket.subject), 'A')
                        || to_tsvector('platform.words', coalesce(spoken.bodies, '')) as said) as words;
                $$;
                """);

            // Told in the writing transaction, so nobody hears of what was rolled back. Ids only: who hears it looks with their own rights.
            migrationBuilder.Sql(
                """
                create function tickets.tell_ticket() returns trigger language plpgsql as $$
                begin
                    perform pg_notify('helpdesk', 'tickets:' || new.id);
                    return null;
                end $$;
                create trigger tell after insert or update on tickets.tickets
                    for each row execute function tickets.tell_ticket();

                create function tickets.tell_categories() returns trigger language plpgsql as $$
                begin
                    perform pg_notify('helpdesk', 'categories:');
                    return null;
                end $$;
                create trigger tell after insert or update or delete on tickets.categories
                    for each statement execute function tickets.tell_categories();
                """);
        }
    }
}
