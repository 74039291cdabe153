using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Tickets.Data.Migrations
{
    /// <inheritdoc />
    internal partial class KeepFiguresApart : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_tickets_open_figures",
                schema: "tickets",
                table: "tickets");

            migrationBuilder.CreateIndex(
                name: "ix_tickets_open_figures",
                schema: "tickets",
                table: "tickets",
                column: "created_at",
                filter: "status <= 2 and created_at > '-infinity'")
                .Annotation("Npgsql:IndexInclude", new[] { "status", "assignee_id", "first_responded_at", "first_response_due_at", "resolution_due_at" });
        }
    }
}
