using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Tickets.Data.Migrations
{
    /// <inheritdoc />
    internal partial class AttachFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "file_names",
                schema: "tickets",
                table: "notes",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "file_names",
                schema: "tickets",
                table: "messages",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid[]>(
                name: "attachment_ids",
                schema: "tickets",
                table: "held_replies",
                type: "uuid[]",
                nullable: false,
                defaultValue: new Guid[0]);

            migrationBuilder.AddColumn<Guid>(
                name: "id",
                schema: "tickets",
                table: "drafts",
                type: "uuid",
                nullable: false,
                defaultValueSql: "gen_random_uuid()");

            // Files are found by their names as they are and by the words in them: "screenshot_2.png" by "screenshot" too.
            migrationBuilder.Sql(
                """
                create function tickets.words_of_files(names text) returns text language sql immutable as $$
                    select case when names = '' then '' else names || ' ' || translate(names, '._-', '   ') end;
                $$;

                create or replace function tickets.gather_message() returns trigger language plpgsql as $$
                declare
                    said tsvector := to_tsvector('platform.words', new.body || E'\n' || tickets.words_of_files(new.file_names));
                begin
                    update tickets.ticket_words
                    set public_words = public_words || said, staff_words = staff_words || said
                    where ticket_id = new.ticket_id;
                    return null;
                exception when program_limit_exceeded then
                    return null;
                end $$;

                create or replace function tickets.gather_note() returns trigger language plpgsql as $$
                begin
                    update tickets.ticket_words
                    set staff_words = staff_words || to_tsvector('platform.words', new.body || E'\n' || tickets.words_of_files(new.file_names))
                    where ticket_id = new.ticket_id;
                    return null;
                exception when program_limit_exceeded then
                    return null;
                end $$;

                create or replace function tickets.gather_all_words() returns void language sql as $$
                    truncate tickets.ticket_words;
                    insert into tickets.ticket_words (ticket_id, subject, public_words, staff_words)
                    select ticket.id, ticket.subject, words.said, words.said || to_tsvector('platform.words', coalesce(noted.bodies, ''))
                    from tickets.tickets as ticket
                    left join (
                            select ticket_id, string_agg(body || E'\n' || tickets.words_of_files(file_names), E'\n') as bodies
                            from tickets.messages group by ticket_id) as spoken
                        on spoken.ticket_id = ticket.id
                    left join (
                            select ticket_id, string_agg(body || E'\n' || tickets.words_of_files(file_names), E'\n') as bodies
                            from tickets.notes group by ticket_id) as noted
                        on noted.ticket_id = ticket.id
                    cross join lateral (select setweight(to_tsvector('platform.words', ticket.subject), 'A')
                        || to_tsvector('platform.words', coalesce(spoken.bodies, '')) as said) as words;
                $$;

                create or replace function tickets.gather_words_of(ticket uuid) returns void language sql as $$
                    update tickets.ticket_words as words
                    set subject = found.subject,
                        public_words = found.said,
                        staff_words = found.said || to_tsvector('platform.words', found.noted)
                    from (
                        select asked.subject,
                            setweight(to_tsvector('platform.words', asked.subject), 'A') || to_tsvector('platform.words', coalesce((
                                select string_agg(body || E'\n' || tickets.words_of_files(file_names), E'\n')
                                from tickets.messages where ticket_id = asked.id), '')) as said,
                            coalesce((
                                select string_agg(body || E'\n' || tickets.words_of_files(file_names), E'\n')
                                from tickets.notes where ticket_id = asked.id), '') as noted
                        from tickets.tickets as asked where asked.id = ticket) as found
                    where words.ticket_id = ticket;
                $$;

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
                        from (
                            select tsvector_to_array(to_tsvector('platform.words', old.body || E'\n' || tickets.words_of_files(old.file_names))) as gone
                        ) as redacted
                        where ticket_id = new.ticket_id;
                    end if;
                    return null;
                end $$;
                """);
        }
    }
}
