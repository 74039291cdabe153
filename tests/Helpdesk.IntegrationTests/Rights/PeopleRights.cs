using static Helpdesk.IntegrationTests.Rights.RightsTable;

namespace Helpdesk.IntegrationTests.Rights;

/// <summary>What administrators do with people's accounts. The id is no person's.</summary>
internal static class PeopleRights
{
    private static readonly int[] PostMissing = [401, 403, 403, 403, 401, 403, 404];
    private static readonly int[] PostEmpty = [401, 403, 403, 403, 401, 403, 400];

    public static IReadOnlyList<RightsRow> Rows { get; } =
    [
        new("GET", "/api/v1/admin/users", null, AdminOnly(200)),
        new("POST", "/api/v1/admin/users", new { email = "x" }, AdminOnly(400)),
        new("GET", "/api/v1/admin/users/{id}", null, AdminOnly(404)),
        new("PATCH", "/api/v1/admin/users/{id}", new { role = "admin" }, AdminOnly(404)),
        new("POST", "/api/v1/admin/users/invitations", new { people = "x" }, AdminOnly(400)),
        new("POST", "/api/v1/admin/users/{id}/invitation", null, AdminOnly(404)),
        new("DELETE", "/api/v1/admin/users/{id}/invitation", null, AdminOnly(404)),
        new("POST", "/api/v1/admin/users/import?trial=true", new { csv = "x" }, AdminOnly(400)),
        new("GET", "/api/v1/admin/users/{id}/sessions", null, AdminOnly(404)),
        new("DELETE", "/api/v1/admin/users/{id}/sessions", null, AdminOnly(404)),
        new("DELETE", "/api/v1/admin/users/{id}/sessions/{id}", null, AdminOnly(404)),
        new("POST", "/api/v1/admin/users/{id}/reset-password", null, AdminOnly(404)),

        new("GET", "/admin/people", null, PageAdminOnly(200)),
        new("GET", "/admin/people/invitations", null, PageAdminOnly(200)),
        new("POST", "/admin/people/invitations", null, PostEmpty),
        new("GET", "/admin/people/import", null, PageAdminOnly(200)),
        new("POST", "/admin/people/import", null, PostEmpty),
        new("GET", "/admin/people/{id}", null, PageAdminOnly(404)),
        new("POST", "/admin/people/{id}", null, PostMissing),
        new("GET", "/admin/people/{id}/deactivation", null, PageAdminOnly(404)),
        new("POST", "/admin/people/{id}/deactivation", null, PostMissing),
        new("GET", "/admin/people/{id}/anonymisation", null, PageAdminOnly(404)),
        new("POST", "/admin/people/{id}/anonymisation", null, PostMissing),
        new("GET", "/admin/people/{id}/second-factor/removal", null, PageAdminOnly(404)),
        new("POST", "/admin/people/{id}/second-factor/removal", null, PostMissing),
        new("GET", "/admin/people/{id}/invitation", null, PageAdminOnly(302)),
        new("POST", "/admin/people/{id}/invitation", null, PostMissing),
        new("GET", "/admin/people/{id}/invitation/removal", null, PageAdminOnly(404)),
        new("POST", "/admin/people/{id}/invitation/removal", null, PostMissing),
        new("GET", "/admin/people/{id}/reset-link", null, PageAdminOnly(302)),
        new("POST", "/admin/people/{id}/reset-link", null, PostMissing),
        new("GET", "/admin/people/{id}/sessions/removal", null, PageAdminOnly(302)),
        new("POST", "/admin/people/{id}/sessions/removal", null, PostMissing),
        new("GET", "/admin/people/{id}/sessions/{id}/removal", null, PageAdminOnly(302)),
        new("POST", "/admin/people/{id}/sessions/{id}/removal", null, PostMissing),
    ];
}
