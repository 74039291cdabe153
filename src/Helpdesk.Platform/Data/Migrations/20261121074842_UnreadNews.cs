using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Platform.Data.Migrations
{
    /// <inheritdoc />
    internal partial class UnreadNews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Nobody reads a figure past a hundred, and the index gives so many rows at once.
            migrationBuilder.Sql(
                """
                create function platform.unread_news(reader uuid) returns integer language sql stable as $$
                    select count(*)::int from (
                        select 1 from platform.notifications where user_id = reader and read_at is null limit 101) unread
                $$;
                """);
        }
    }
}
