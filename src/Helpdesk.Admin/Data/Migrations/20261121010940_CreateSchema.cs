using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Admin.Data.Migrations
{
    /// <inheritdoc />
    internal partial class CreateSchema : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema("admin");
        }
    }
}
