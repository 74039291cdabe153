using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Tickets.Data.Migrations
{
    /// <inheritdoc />
    internal partial class Workspace : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "reminded_at",
                schema: "tickets",
                table: "tickets",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "snoozed_at",
                schema: "tickets",
                table: "tickets",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "snoozed_until",
                schema: "tickets",
                table: "tickets",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "status_since",
                schema: "tickets",
                table: "tickets",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "redacted_at",
                schema: "tickets",
                table: "messages",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "redacted_by_id",
                schema: "tickets",
                table: "messages",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "split_from_id",
                schema: "tickets",
                table: "messages",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "bulk_runs",
                schema: "tickets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    change = table.Column<string>(type: "jsonb", nullable: false),
                    total = table.Column<int>(type: "integer", nullable: false),
                    changed = table.Column<int>(type: "integer", nullable: false),
                    refused = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    locked_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    undoes_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulk_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "canned_answers",
                schema: "tickets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sharing = table.Column<int>(type: "integer", nullable: false),
                    team_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    is_hidden = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    uses = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_canned_answers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "held_replies",
                schema: "tickets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ticket_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: true),
                    seen_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    held_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    locked_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    refused_because = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_held_replies", x => x.id);
                    table.ForeignKey(
                        name: "fk_held_replies_tickets_ticket_id",
                        column: x => x.ticket_id,
                        principalSchema: "tickets",
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "known_words",
                schema: "tickets",
                columns: table => new
                {
                    word = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_known_words", x => x.word);
                });

            migrationBuilder.CreateTable(
                name: "macros",
                schema: "tickets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sharing = table.Column<int>(type: "integer", nullable: false),
                    team_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    change = table.Column<string>(type: "jsonb", nullable: false),
                    reply = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    is_hidden = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    uses = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_macros", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mutes",
                schema: "tickets",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ticket_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mutes", x => new { x.user_id, x.ticket_id });
                });

            migrationBuilder.CreateTable(
                name: "presences",
                schema: "tickets",
                columns: table => new
                {
                    ticket_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_writing = table.Column<bool>(type: "boolean", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_presences", x => new { x.ticket_id, x.user_id });
                });

            migrationBuilder.CreateTable(
                name: "queue_layouts",
                schema: "tickets",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    columns = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_queue_layouts", x => x.user_id);
                });

            migrationBuilder.CreateTable(
                name: "saved_views",
                schema: "tickets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sharing = table.Column<int>(type: "integer", nullable: false),
                    team_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    query = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    sort = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_views", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ticket_links",
                schema: "tickets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    made_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ticket_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_ticket_links_tickets_from_id",
                        column: x => x.from_id,
                        principalSchema: "tickets",
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ticket_links_tickets_to_id",
                        column: x => x.to_id,
                        principalSchema: "tickets",
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bulk_items",
                schema: "tickets",
                columns: table => new
                {
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ticket_id = table.Column<Guid>(type: "uuid", nullable: false),
                    result = table.Column<int>(type: "integer", nullable: false),
                    sentence = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    before = table.Column<string>(type: "jsonb", nullable: true),
                    after = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulk_items", x => new { x.run_id, x.ticket_id });
                    table.ForeignKey(
                        name: "fk_bulk_items_bulk_runs_run_id",
                        column: x => x.run_id,
                        principalSchema: "tickets",
                        principalTable: "bulk_runs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_tickets_of_team",
                schema: "tickets",
                table: "tickets",
                columns: new[] { "team_id", "touched_at", "id" },
                filter: "status <= 2 and team_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_tickets_quiet",
                schema: "tickets",
                table: "tickets",
                column: "status_since",
                filter: "status in (2, 3)");

            migrationBuilder.CreateIndex(
                name: "ix_tickets_to_wake",
                schema: "tickets",
                table: "tickets",
                column: "snoozed_until",
                filter: "snoozed_until is not null");

            migrationBuilder.CreateIndex(
                name: "ix_bulk_items_waiting",
                schema: "tickets",
                table: "bulk_items",
                column: "run_id",
                filter: "result = 0");

            migrationBuilder.CreateIndex(
                name: "ix_bulk_runs_user_id_created_at",
                schema: "tickets",
                table: "bulk_runs",
                columns: new[] { "user_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_bulk_runs_waiting",
                schema: "tickets",
                table: "bulk_runs",
                column: "created_at",
                filter: "done_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_held_replies_ticket_id_author_id",
                schema: "tickets",
                table: "held_replies",
                columns: new[] { "ticket_id", "author_id" });

            migrationBuilder.CreateIndex(
                name: "ix_held_replies_waiting",
                schema: "tickets",
                table: "held_replies",
                column: "sends_at",
                filter: "refused_because is null");

            migrationBuilder.CreateIndex(
                name: "ix_known_words_similar",
                schema: "tickets",
                table: "known_words",
                column: "word")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_mutes_ticket_id",
                schema: "tickets",
                table: "mutes",
                column: "ticket_id");

            migrationBuilder.CreateIndex(
                name: "ix_presences_seen_at",
                schema: "tickets",
                table: "presences",
                column: "seen_at");

            migrationBuilder.CreateIndex(
                name: "ix_saved_views_owner_id",
                schema: "tickets",
                table: "saved_views",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_ticket_links_from_id_to_id_kind",
                schema: "tickets",
                table: "ticket_links",
                columns: new[] { "from_id", "to_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ticket_links_to_id",
                schema: "tickets",
                table: "ticket_links",
                column: "to_id");

            migrationBuilder.Sql("update tickets.tickets set status_since = coalesce(closed_at, resolved_at, updated_at)");

            // Who has a page open is true for half a minute: it need not survive a crash.
            migrationBuilder.Sql("alter table tickets.presences set unlogged");
            migrationBuilder.Sql(
                """
                create function tickets.tell_presence() returns trigger language plpgsql as $$
                begin
                    perform pg_notify('helpdesk', 'presence:' || coalesce(new.ticket_id, old.ticket_id));
                    return null;
                end $$;
                create trigger tell_coming after insert or delete on tickets.presences
                    for each row execute function tickets.tell_presence();
                create trigger tell_writing after update on tickets.presences
                    for each row when (old.is_writing is distinct from new.is_writing) execute function tickets.tell_presence();
                """);

            // Until when the known words were gathered; a job goes on from there, because gathering them in the writers'
            // transactions would make strangers wait for each other's words.
            migrationBuilder.Sql(
                """
                create table tickets.known_words_gathered (until timestamptz not null);
                insert into tickets.known_words_gathered values ('-infinity');
                """);

            // What was found must vanish with the words that were taken out, and a new subject must be found at once.
            migrationBuilder.Sql(
                """
                create function tickets.gather_words_of(ticket uuid) returns void language sql as $$
                    update tickets.ticket_words as words
                    set subject = found.subject,
                        public_words = found.said,
                        staff_words = found.said || to_tsvector('platform.words', found.noted)
                    from (
                        select asked.subject,
                            setweight(to_tsvector('platform.words', asked.subject), 'A') || to_tsvector('platform.words',
                                coalesce((select string_agg(body, E'\n') from tickets.messages where ticket_id = asked.id), '')) as said,
                            coalesce((select string_agg(body, E'\n') from tickets.notes where ticket_id = asked.id), '') as noted
                        from tickets.tickets as asked where asked.id = ticket) as found
                    where words.ticket_id = ticket;
                $$;

                create function tickets.gather_anew() returns trigger language plpgsql as $$
                begin
                    if tg_table_name = 'tickets' then
                        perform tickets.gather_words_of(new.id);
                    else
                        perform tickets.gather_words_of(new.ticket_id);
                    end if;
                    return null;
                exception when program_limit_exceeded then
                    return null;
                end $$;
                create trigger gather_new_subject after update of subject on tickets.tickets
                    for each row when (old.subject is distinct from new.subject) execute function tickets.gather_anew();
                create trigger gather_redacted after update of body on tickets.messages
                    for each row when (old.body is distinct from new.body) execute function tickets.gather_anew();
                """);
        }
    }
}
