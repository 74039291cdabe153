using static Helpdesk.IntegrationTests.Rights.RightsTable;

namespace Helpdesk.IntegrationTests.Rights;

/// <summary>The knowledge base, the admin's pages and what the platform serves.</summary>
internal static class OtherRights
{
    public static IReadOnlyList<RightsRow> Rows { get; } =
    [
        new("GET", "/api/v1/kb/search?q=vpn", null, SignedIn(200)),
        new("GET", "/api/v1/kb/items", null, SignedIn(200)),
        new("GET", "/api/v1/kb/items/no-such-item", null, SignedIn(404)),
        new("GET", "/api/v1/kb/categories", null, SignedIn(200)),
        new("GET", "/kb", null, PageSignedIn(200)),
        new("GET", "/kb/search?q=vpn", null, PageSignedIn(200)),
        new("GET", "/kb/no-such-item", null, PageSignedIn(404)),

        new("GET", "/api/v1/admin/overview", null, AdminOnly(200)),
        new("GET", "/api/v1/admin/audit-log", null, AdminOnly(200)),
        new("GET", "/admin", null, PageAdminOnly(200)),

        // Nothing is held here; the page says so.
        new("GET", "/held", null, PageSignedIn(302)),
        new("POST", "/held", null, [401, 200, 200, 200, 401, 200, 200]),
        new("GET", "/error", null, Same(404)),
    ];
}
