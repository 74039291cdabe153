using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.KnowledgeBase.Data.Migrations
{
    /// <inheritdoc />
    internal partial class KeepSearchedRowsSmall : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // A common word is in thousands of items, whose rows are all looked at. With the long texts out of them they fill a quarter
            // of the pages; what is looked at stays. Rows that are there already move when they are next changed.
            migrationBuilder.Sql(
                """
                alter table kb.items set (toast_tuple_target = 512);
                alter table kb.items alter column head_words set storage main, alter column tags set storage main;
                """);

            // The surroundings of the first of the stems that the text holds; null when it holds none. Stems are looked for as they
            // are, and without accents only where that finds nothing.
            migrationBuilder.Sql(
                """
                create function kb.passage(source text, stems text[]) returns text language plpgsql immutable parallel safe as $$
                declare
                    looked_in text := lower(source);
                    place int;
                begin
                    for attempt in 1..2 loop
                        place := (
                            select position(stem in looked_in) from unnest(stems) with ordinality as asked (stem, number)
                            where position(stem in looked_in) > 0 order by number limit 1);
                        exit when place is not null;
                        looked_in := public.unaccent(looked_in);
                    end loop;
                    return case
                        when place is null then null
                        when place <= 60 then left(source, 600)
                        else regexp_replace(substr(source, place - 60, 600), '^\S+\s+', '') end;
                end $$;
                """);
        }
    }
}
