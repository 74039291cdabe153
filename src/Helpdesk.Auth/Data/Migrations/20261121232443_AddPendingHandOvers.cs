using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Auth.Data.Migrations
{
    /// <inheritdoc />
    internal partial class AddPendingHandOvers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "pending_hand_overs",
                schema: "auth",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    taker_id = table.Column<Guid>(type: "uuid", nullable: true),
                    team_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pending_hand_overs", x => x.user_id);
                    table.ForeignKey(
                        name: "fk_pending_hand_overs_teams_team_id",
                        column: x => x.team_id,
                        principalSchema: "auth",
                        principalTable: "teams",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_pending_hand_overs_users_actor_id",
                        column: x => x.actor_id,
                        principalSchema: "auth",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_pending_hand_overs_users_taker_id",
                        column: x => x.taker_id,
                        principalSchema: "auth",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_pending_hand_overs_users_user_id",
                        column: x => x.user_id,
                        principalSchema: "auth",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_pending_hand_overs_actor_id",
                schema: "auth",
                table: "pending_hand_overs",
                column: "actor_id");

            migrationBuilder.CreateIndex(
                name: "ix_pending_hand_overs_taker_id",
                schema: "auth",
                table: "pending_hand_overs",
                column: "taker_id");

            migrationBuilder.CreateIndex(
                name: "ix_pending_hand_overs_team_id",
                schema: "auth",
                table: "pending_hand_overs",
                column: "team_id");
        }
    }
}
