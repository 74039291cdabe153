using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Tickets.Data.Migrations
{
    /// <inheritdoc />
    internal partial class FindOpenTicketsByFilter : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_tickets_open_by_category",
                schema: "tickets",
                table: "tickets",
                columns: new[] { "category_id", "touched_at", "id" },
                filter: "status <= 2");

            migrationBuilder.CreateIndex(
                name: "ix_tickets_open_by_tag",
                schema: "tickets",
                table: "tickets",
                column: "tags",
                filter: "status <= 2")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_tickets_open_of_requester",
                schema: "tickets",
                table: "tickets",
                column: "requester_id",
                filter: "status <= 2");
        }
    }
}
