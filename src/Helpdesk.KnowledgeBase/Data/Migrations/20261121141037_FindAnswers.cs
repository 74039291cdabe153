using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace Helpdesk.KnowledgeBase.Data.Migrations
{
    /// <inheritdoc />
    internal partial class FindAnswers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<NpgsqlTsVector>(
                name: "head_words",
                schema: "kb",
                table: "items",
                type: "tsvector",
                nullable: true,
                computedColumnSql: "setweight(to_tsvector('platform.words'::regconfig, title), 'A') || setweight(to_tsvector('platform.words'::regconfig, summary), 'B')",
                stored: true);

            migrationBuilder.CreateIndex(
                name: "ix_items_head_words",
                schema: "kb",
                table: "items",
                column: "head_words")
                .Annotation("Npgsql:IndexMethod", "gin");

            // Told how common words are, the planner reads every item for a common one and unpacks all of its words, which it takes to
            // cost nothing. Without statistics it asks the index each time.
            migrationBuilder.Sql(
                """
                alter table kb.items alter column search_words set statistics 0;
                alter table kb.items alter column head_words set statistics 0;
                """);

            // Instances that keep pages in memory drop them when anything changes that readers see. Told in the writing
            // transaction, so nobody hears of what was rolled back. What readers say of an item is not among it.
            migrationBuilder.Sql(
                """
                create function kb.tell_change() returns trigger language plpgsql as $$
                begin
                    perform pg_notify('helpdesk', 'kb:');
                    return null;
                end $$;
                create trigger tell after insert or delete
                    or update of title, summary, body, video_url, transcript, extracted_text, extraction, file_id, captions_id,
                        slug, category_id, tags, status, visibility, deleted_at, replaced_by_id, updated_at
                    on kb.items for each statement execute function kb.tell_change();
                create trigger tell after insert or update or delete on kb.categories
                    for each statement execute function kb.tell_change();
                create trigger tell after insert or update or delete on kb.former_slugs
                    for each statement execute function kb.tell_change();
                """);

            // Items whose words are still to be gathered; a job does it, because in the writers' transactions they would wait
            // for each other's words.
            migrationBuilder.Sql(
                """
                create table kb.words_to_gather (item_id uuid primary key references kb.items (id) on delete cascade);
                insert into kb.words_to_gather select id from kb.items where status = 1;

                create function kb.gather_later() returns trigger language plpgsql as $$
                begin
                    insert into kb.words_to_gather values (new.id) on conflict do nothing;
                    return null;
                end $$;
                create trigger gather_new after insert on kb.items
                    for each row when (new.status = 1) execute function kb.gather_later();
                create trigger gather_changed after update of title, summary, body, transcript, extracted_text, status on kb.items
                    for each row when (new.status = 1 and (old.title, old.summary, old.body, old.transcript, old.extracted_text, old.status)
                        is distinct from (new.title, new.summary, new.body, new.transcript, new.extracted_text, new.status))
                    execute function kb.gather_later();
                """);
        }
    }
}
