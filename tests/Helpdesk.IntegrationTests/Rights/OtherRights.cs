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
        new("GET", "/api/v1/kb/tags", null, SignedIn(200)),
        new("GET", "/api/v1/kb/suggestions?q=vpn", null, SignedIn(200)),
        new("POST", "/api/v1/kb/items/{id}/feedback", new { helpful = true }, SignedIn(404)),
        new("DELETE", "/api/v1/kb/items/{id}/feedback", null, SignedIn(404)),
        new("POST", "/api/v1/kb/items/{id}/solved", null, SignedIn(404)),
        new("DELETE", "/api/v1/kb/solved/{id}", null, SignedIn(404)),
        new("GET", "/kb/items/{id}/feedback", null, PageSignedIn(404)),
        new("POST", "/kb/items/{id}/feedback", new Dictionary<string, string> { ["Form.Helpful"] = "true" }, [401, 404, 404, 404, 401, 404, 404]),
        new("GET", "/sitemap.xml", null, Same(404)),
        new("GET", "/robots.txt", null, Same(200)),
        new("GET", "/kb", null, PageSignedIn(200)),
        new("GET", "/kb/search?q=vpn", null, PageSignedIn(200)),
        new("GET", "/kb/no-such-item", null, PageSignedIn(404)),

        new("GET", "/api/v1/admin/overview", null, AdminOnly(200)),
        new("GET", "/api/v1/admin/audit-log", null, AdminOnly(200)),
        new("GET", "/admin", null, PageAdminOnly(200)),

        // What every page looks like is no secret; here nothing was chosen.
        new("GET", "/brand.css", null, Same(200)),
        new("GET", "/brand/logo-light", null, Same(404)),
        new("GET", "/brand/logo-dark", null, Same(404)),

        // Nothing is held here; the page says so.
        new("GET", "/held", null, PageSignedIn(302)),
        new("POST", "/held", null, [401, 200, 200, 200, 401, 200, 200]),
        new("GET", "/error", null, Same(404)),
    ];
}
