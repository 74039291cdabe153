using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Auth.Data.Migrations
{
    /// <inheritdoc />
    internal partial class TeamVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "last_assigned_id",
                schema: "auth",
                table: "teams");

            migrationBuilder.AddColumn<int>(
                name: "version",
                schema: "auth",
                table: "teams",
                type: "integer",
                nullable: false,
                defaultValue: 0);
        }
    }
}
