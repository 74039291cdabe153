using static Helpdesk.IntegrationTests.Rights.RightsTable;

namespace Helpdesk.IntegrationTests.Rights;

/// <summary>Settings and branding: administrators' alone. "{id}" is no area and no theme.</summary>
internal static class SiteRights
{
    private static readonly object NoValues = new { values = new { } };
    private static readonly object Nothing = new { };

    public static IReadOnlyList<RightsRow> Rows { get; } =
    [
        new("GET", "/api/v1/admin/settings", null, AdminOnly(200)),
        new("PATCH", "/api/v1/admin/settings", NoValues, AdminOnly(200)),
        new("POST", "/api/v1/admin/settings/mail/test", null, AdminOnly(200)),
        new("POST", "/api/v1/admin/settings/files/test", null, AdminOnly(200)),
        new("GET", "/api/v1/admin/branding", null, AdminOnly(200)),
        new("PATCH", "/api/v1/admin/branding", Nothing, AdminOnly(200)),
        new("DELETE", "/api/v1/admin/branding", null, AdminOnly(204)),
        new("PUT", "/api/v1/admin/branding/logos/{id}", null, AdminOnly(404)),
        new("DELETE", "/api/v1/admin/branding/logos/{id}", null, AdminOnly(404)),

        new("GET", "/admin/settings", null, PageAdminOnly(200)),
        new("GET", "/admin/settings/{id}", null, PageAdminOnly(404)),
        new("POST", "/admin/settings/{id}", null, PostAdminOnly(404)),
        new("GET", "/admin/settings/mail/test", null, PageAdminOnly(302)),
        new("POST", "/admin/settings/mail/test", null, PostAdminOnly(200)),
        new("GET", "/admin/settings/files/test", null, PageAdminOnly(302)),
        new("POST", "/admin/settings/files/test", null, PostAdminOnly(200)),
        new("GET", "/admin/branding", null, PageAdminOnly(200)),
        new("POST", "/admin/branding", null, PostAdminOnly(302)),
        new("GET", "/admin/branding/preview.css", null, PageAdminOnly(200)),
        new("GET", "/admin/branding/default", null, PageAdminOnly(200)),
        new("POST", "/admin/branding/default", null, PostAdminOnly(302)),
        new("GET", "/admin/branding/logos/{id}", null, PageAdminOnly(404)),
        new("POST", "/admin/branding/logos/{id}", null, PostAdminOnly(404)),
        new("GET", "/admin/branding/logos/{id}/removal", null, PageAdminOnly(302)),
        new("POST", "/admin/branding/logos/{id}/removal", null, PostAdminOnly(404)),
    ];

    private static int[] PostAdminOnly(int answer) => [401, 403, 403, 403, 401, 403, answer];
}
