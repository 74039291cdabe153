using static Helpdesk.IntegrationTests.Rights.RightsTable;

namespace Helpdesk.IntegrationTests.Rights;

/// <summary>Categories with their fields, tags, and what everybody keeps: kept by administrators alone. "{id}" is none of them, so what they may do ends in 404.</summary>
internal static class CatalogueRights
{
    private static readonly object Nothing = new { };

    public static IReadOnlyList<RightsRow> Rows { get; } =
    [
        new("GET", "/api/v1/ticket-categories", null, SignedIn(200)),
        new("GET", "/api/v1/admin/ticket-categories", null, AdminOnly(200)),
        new("POST", "/api/v1/admin/ticket-categories", Nothing, AdminOnly(400)),
        new("GET", "/api/v1/admin/ticket-categories/{id}", null, AdminOnly(404)),
        new("PATCH", "/api/v1/admin/ticket-categories/{id}", Nothing, AdminOnly(404)),
        new("DELETE", "/api/v1/admin/ticket-categories/{id}", null, AdminOnly(404)),
        new("POST", "/api/v1/admin/ticket-categories/{id}/fields", Nothing, AdminOnly(404)),
        new("PATCH", "/api/v1/admin/ticket-categories/{id}/fields/{id}", Nothing, AdminOnly(404)),
        new("DELETE", "/api/v1/admin/ticket-categories/{id}/fields/{id}", null, AdminOnly(404)),
        new("GET", "/api/v1/admin/tags", null, AdminOnly(200)),
        new("POST", "/api/v1/admin/tags/rename", new { tag = "no-such-tag", name = "x" }, AdminOnly(404)),
        new("POST", "/api/v1/admin/tags/merge", Nothing, AdminOnly(400)),
        new("DELETE", "/api/v1/admin/tags?tag=no-such-tag", null, AdminOnly(404)),
        new("GET", "/api/v1/admin/macros/all", null, AdminOnly(200)),
        new("GET", "/api/v1/admin/macros/{id}", null, Staff(404)),
        new("PATCH", "/api/v1/admin/macros/{id}", Nothing, AdminOnly(404)),
        new("POST", "/api/v1/admin/macros/preview", Nothing, Staff(400)),
        new("GET", "/api/v1/admin/canned-answers/all", null, AdminOnly(200)),
        new("GET", "/api/v1/admin/canned-answers/{id}", null, Staff(404)),
        new("PATCH", "/api/v1/admin/canned-answers/{id}", Nothing, AdminOnly(404)),

        new("GET", "/tickets/new/fields", null, PageSignedIn(200)),
        new("GET", "/tickets/{id}/details", null, PageStaff(302)),
        new("POST", "/tickets/{id}/details", null, [401, 403, 403, 403, 401, 302, 302]),
        new("GET", "/admin/categories", null, PageAdminOnly(200)),
        new("GET", "/admin/categories/preview", null, PageAdminOnly(200)),
        new("GET", "/admin/categories/{id}", null, PageAdminOnly(404)),
        new("POST", "/admin/categories/{id}", null, PostAdmin(404)),
        new("GET", "/admin/categories/{id}/hiding", null, PageAdminOnly(302)),
        new("POST", "/admin/categories/{id}/hiding", null, PostAdmin(404)),
        new("GET", "/admin/categories/{id}/removal", null, PageAdminOnly(404)),
        new("POST", "/admin/categories/{id}/removal", null, PostAdmin(404)),
        new("GET", "/admin/categories/{id}/fields/{id}", null, PageAdminOnly(404)),
        new("POST", "/admin/categories/{id}/fields/{id}", null, PostAdmin(404)),
        new("GET", "/admin/macros", null, PageAdminOnly(200)),
        new("GET", "/admin/macros/{id}", null, PageAdminOnly(302)),
        new("POST", "/admin/macros/{id}", null, PostAdmin(404)),
        new("GET", "/admin/answers", null, PageAdminOnly(200)),
        new("GET", "/admin/answers/{id}", null, PageAdminOnly(302)),
        new("POST", "/admin/answers/{id}", null, PostAdmin(404)),
        new("GET", "/admin/tags", null, PageAdminOnly(200)),
        new("POST", "/admin/tags", null, PostAdmin(400)),
        new("GET", "/admin/tags/name?tag=vpn", null, PageAdminOnly(200)),
        new("POST", "/admin/tags/name", null, PostAdmin(400)),
        new("GET", "/admin/tags/removal?tag=no-such-tag", null, PageAdminOnly(404)),
        new("POST", "/admin/tags/removal", null, PostAdmin(404)),
    ];

    private static int[] PostAdmin(int answer) => [401, 403, 403, 403, 401, 403, answer];
}
