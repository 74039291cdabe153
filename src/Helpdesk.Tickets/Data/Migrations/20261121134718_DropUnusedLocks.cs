using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Tickets.Data.Migrations
{
    /// <inheritdoc />
    internal partial class DropUnusedLocks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "locked_until",
                schema: "tickets",
                table: "held_replies");

            migrationBuilder.DropColumn(
                name: "locked_until",
                schema: "tickets",
                table: "bulk_runs");
        }
    }
}
