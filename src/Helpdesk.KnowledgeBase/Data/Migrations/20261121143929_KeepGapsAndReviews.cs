using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.KnowledgeBase.Data.Migrations
{
    /// <inheritdoc />
    internal partial class KeepGapsAndReviews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "reviewed_at",
                schema: "kb",
                table: "items",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "dismissed_gaps",
                schema: "kb",
                columns: table => new
                {
                    folded = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    dismissed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    dismissed_by_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dismissed_gaps", x => x.folded);
                });
        }
    }
}
