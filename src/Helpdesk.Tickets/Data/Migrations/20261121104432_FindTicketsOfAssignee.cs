using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Tickets.Data.Migrations
{
    /// <inheritdoc />
    internal partial class FindTicketsOfAssignee : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_tickets_of_assignee",
                schema: "tickets",
                table: "tickets",
                columns: new[] { "assignee_id", "touched_at", "id" },
                filter: "assignee_id is not null");
        }
    }
}
