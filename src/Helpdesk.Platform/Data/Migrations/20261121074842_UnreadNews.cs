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
            // Nobody reads a figure past a hundred, and the index gives so many rows at once. In this language its plan is kept.
            migrationBuilder.Sql(
                """
                create function platform.unread_news(reader uuid) returns integer language plpgsql stable as $$
                begin
                    return (select count(*) from (
                        select 1 from platform.notifications where user_id = reader and read_at is null limit 101) unread);
                end $$;
                """);
        }
    }
}
