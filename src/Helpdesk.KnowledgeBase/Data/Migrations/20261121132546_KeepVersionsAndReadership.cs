using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace Helpdesk.KnowledgeBase.Data.Migrations
{
    /// <inheritdoc />
    internal partial class KeepVersionsAndReadership : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "captions_id",
                schema: "kb",
                table: "items",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "category_id",
                schema: "kb",
                table: "items",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "deleted_at",
                schema: "kb",
                table: "items",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "deleted_by_id",
                schema: "kb",
                table: "items",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "extract_at",
                schema: "kb",
                table: "items",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "extracted_text",
                schema: "kb",
                table: "items",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "extraction",
                schema: "kb",
                table: "items",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "extraction_attempts",
                schema: "kb",
                table: "items",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "file_id",
                schema: "kb",
                table: "items",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "helpful",
                schema: "kb",
                table: "items",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "not_helpful",
                schema: "kb",
                table: "items",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "owner_id",
                schema: "kb",
                table: "items",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "publish_at",
                schema: "kb",
                table: "items",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "replaced_by_id",
                schema: "kb",
                table: "items",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "review_by",
                schema: "kb",
                table: "items",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "text_version",
                schema: "kb",
                table: "items",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<Guid>(
                name: "ticket_id",
                schema: "kb",
                table: "items",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "transcript",
                schema: "kb",
                table: "items",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "video_url",
                schema: "kb",
                table: "items",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AlterColumn<NpgsqlTsVector>(
                name: "search_words",
                schema: "kb",
                table: "items",
                type: "tsvector",
                nullable: true,
                computedColumnSql: "setweight(to_tsvector('platform.words'::regconfig, title), 'A')\n|| setweight(to_tsvector('platform.words'::regconfig, summary), 'B')\n|| setweight(to_tsvector('platform.words'::regconfig, body), 'C')\n|| setweight(to_tsvector('platform.words'::regconfig, transcript || ' ' || left(extracted_text, 250000)), 'D')",
                stored: true,
                oldClrType: typeof(NpgsqlTsVector),
                oldType: "tsvector",
                oldNullable: true,
                oldComputedColumnSql: "setweight(to_tsvector('platform.words'::regconfig, title), 'A')\n|| setweight(to_tsvector('platform.words'::regconfig, summary), 'B')\n|| setweight(to_tsvector('platform.words'::regconfig, body), 'C')",
                oldStored: true);

            migrationBuilder.CreateTable(
                name: "categories",
                schema: "kb",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_categories", x => x.id);
                    table.ForeignKey(
                        name: "fk_categories_categories_parent_id",
                        column: x => x.parent_id,
                        principalSchema: "kb",
                        principalTable: "categories",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "days_of_views",
                schema: "kb",
                columns: table => new
                {
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_days_of_views", x => new { x.item_id, x.day });
                    table.ForeignKey(
                        name: "fk_days_of_views_items_item_id",
                        column: x => x.item_id,
                        principalSchema: "kb",
                        principalTable: "items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "deflections",
                schema: "kb",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reader_id = table.Column<Guid>(type: "uuid", nullable: false),
                    solved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deflections", x => x.id);
                    table.ForeignKey(
                        name: "fk_deflections_items_item_id",
                        column: x => x.item_id,
                        principalSchema: "kb",
                        principalTable: "items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "feedback",
                schema: "kb",
                columns: table => new
                {
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reader_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_helpful = table.Column<bool>(type: "boolean", nullable: false),
                    comment = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback", x => new { x.item_id, x.reader_id });
                    table.ForeignKey(
                        name: "fk_feedback_items_item_id",
                        column: x => x.item_id,
                        principalSchema: "kb",
                        principalTable: "items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "former_slugs",
                schema: "kb",
                columns: table => new
                {
                    slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_former_slugs", x => x.slug);
                    table.ForeignKey(
                        name: "fk_former_slugs_items_item_id",
                        column: x => x.item_id,
                        principalSchema: "kb",
                        principalTable: "items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "item_versions",
                schema: "kb",
                columns: table => new
                {
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    writer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    title = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    summary = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    video_url = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    transcript = table.Column<string>(type: "text", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: true),
                    captions_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_item_versions", x => new { x.item_id, x.number });
                    table.ForeignKey(
                        name: "fk_item_versions_items_item_id",
                        column: x => x.item_id,
                        principalSchema: "kb",
                        principalTable: "items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "known_words",
                schema: "kb",
                columns: table => new
                {
                    word = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_known_words", x => x.word);
                });

            migrationBuilder.CreateTable(
                name: "searches",
                schema: "kb",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    reader_id = table.Column<Guid>(type: "uuid", nullable: true),
                    words = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    folded = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    found = table.Column<int>(type: "integer", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_searches", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "tags",
                schema: "kb",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tags", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "writings",
                schema: "kb",
                columns: table => new
                {
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    writer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    base_version = table.Column<int>(type: "integer", nullable: false),
                    category_id = table.Column<Guid>(type: "uuid", nullable: true),
                    tags = table.Column<List<string>>(type: "text[]", nullable: false),
                    visibility = table.Column<int>(type: "integer", nullable: false),
                    began_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    title = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    summary = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    video_url = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    transcript = table.Column<string>(type: "text", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: true),
                    captions_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_writings", x => new { x.item_id, x.writer_id });
                    table.ForeignKey(
                        name: "fk_writings_items_item_id",
                        column: x => x.item_id,
                        principalSchema: "kb",
                        principalTable: "items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "tickets_after_searches",
                schema: "kb",
                columns: table => new
                {
                    search_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ticket_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ticket_number = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tickets_after_searches", x => new { x.search_id, x.ticket_id });
                    table.ForeignKey(
                        name: "fk_tickets_after_searches_searches_search_id",
                        column: x => x.search_id,
                        principalSchema: "kb",
                        principalTable: "searches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_items_category_id_updated_at",
                schema: "kb",
                table: "items",
                columns: new[] { "category_id", "updated_at" });

            migrationBuilder.CreateIndex(
                name: "ix_items_deleted_at",
                schema: "kb",
                table: "items",
                column: "deleted_at",
                filter: "deleted_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_items_extract_at",
                schema: "kb",
                table: "items",
                column: "extract_at",
                filter: "extract_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_items_owner_id",
                schema: "kb",
                table: "items",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_items_publish_at",
                schema: "kb",
                table: "items",
                column: "publish_at",
                filter: "publish_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_items_replaced_by_id",
                schema: "kb",
                table: "items",
                column: "replaced_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_items_review_by",
                schema: "kb",
                table: "items",
                column: "review_by",
                filter: "review_by is not null");

            migrationBuilder.CreateIndex(
                name: "ix_items_tags",
                schema: "kb",
                table: "items",
                column: "tags")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_items_title",
                schema: "kb",
                table: "items",
                column: "title")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_categories_parent_id_name",
                schema: "kb",
                table: "categories",
                columns: new[] { "parent_id", "name" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_days_of_views_day",
                schema: "kb",
                table: "days_of_views",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_deflections_item_id",
                schema: "kb",
                table: "deflections",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_deflections_reader_id",
                schema: "kb",
                table: "deflections",
                column: "reader_id");

            migrationBuilder.CreateIndex(
                name: "ix_deflections_solved_at",
                schema: "kb",
                table: "deflections",
                column: "solved_at");

            migrationBuilder.CreateIndex(
                name: "ix_feedback_given_at",
                schema: "kb",
                table: "feedback",
                column: "given_at",
                filter: "not is_helpful");

            migrationBuilder.CreateIndex(
                name: "ix_feedback_reader_id",
                schema: "kb",
                table: "feedback",
                column: "reader_id");

            migrationBuilder.CreateIndex(
                name: "ix_former_slugs_item_id",
                schema: "kb",
                table: "former_slugs",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_item_versions_writer_id",
                schema: "kb",
                table: "item_versions",
                column: "writer_id");

            migrationBuilder.CreateIndex(
                name: "ix_known_words_likeness",
                schema: "kb",
                table: "known_words",
                column: "word")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_searches_asked_at",
                schema: "kb",
                table: "searches",
                column: "asked_at");

            migrationBuilder.CreateIndex(
                name: "ix_searches_reader_id_asked_at",
                schema: "kb",
                table: "searches",
                columns: new[] { "reader_id", "asked_at" },
                filter: "reader_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_searches_without_result",
                schema: "kb",
                table: "searches",
                columns: new[] { "asked_at", "folded" },
                filter: "found = 0");

            migrationBuilder.CreateIndex(
                name: "ix_tags_name",
                schema: "kb",
                table: "tags",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_writings_writer_id",
                schema: "kb",
                table: "writings",
                column: "writer_id");

            // What was a word on each item becomes a shelf; what there is becomes the first version of each text.
            migrationBuilder.Sql(
                """
                insert into kb.categories (id, name, position, version)
                select gen_random_uuid(), category, row_number() over (order by category) - 1, 1 from (select distinct category from kb.items) as used;
                update kb.items set owner_id = author_id, category_id = (select id from kb.categories where name = items.category);
                insert into kb.item_versions (item_id, number, writer_id, saved_at, title, summary, body, transcript)
                select id, 1, author_id, updated_at, title, summary, body, '' from kb.items;
                """);

            migrationBuilder.DropColumn(
                name: "category",
                schema: "kb",
                table: "items");

            migrationBuilder.AddForeignKey(
                name: "fk_items_categories_category_id",
                schema: "kb",
                table: "items",
                column: "category_id",
                principalSchema: "kb",
                principalTable: "categories",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_items_items_replaced_by_id",
                schema: "kb",
                table: "items",
                column: "replaced_by_id",
                principalSchema: "kb",
                principalTable: "items",
                principalColumn: "id",
                onDelete: ReferentialAction.SetNull);
        }
    }
}
