using static Helpdesk.IntegrationTests.Rights.RightsTable;

namespace Helpdesk.IntegrationTests.Rights;

/// <summary>What people do with their own data, and what an administrator does with somebody's. The ids are no person's and no export's.</summary>
internal static class PrivacyRights
{
    public static IReadOnlyList<RightsRow> Rows { get; } =
    [
        new("GET", "/api/v1/auth/me/export", null, SignedIn(404)),
        new("POST", "/api/v1/auth/me/export", null, SignedIn(202)),
        new("GET", "/api/v1/auth/me/export/{id}/download", null, SignedIn(404)),
        new("GET", "/api/v1/auth/me/deletion", null, SignedIn(200)),
        new("POST", "/api/v1/auth/me/deletion", null, SignedIn(200)),
        new("DELETE", "/api/v1/auth/me/deletion", null, SignedIn(204)),
        new("POST", "/api/v1/admin/users/{id}/anonymise", new { confirmName = "Somebody" }, AdminOnly(404)),

        new("GET", "/account/data", null, PageSignedIn(200)),
        new("GET", "/account/data/export", null, PageSignedIn(302)),
        new("POST", "/account/data/export", null, [401, 302, 302, 302, 401, 302, 302]),
        new("GET", "/account/data/export/{id}", null, PageSignedIn(404)),
        new("GET", "/account/data/deletion", null, PageSignedIn(302)),
        new("POST", "/account/data/deletion", null, [401, 302, 302, 302, 401, 302, 302]),
        new("GET", "/account/data/deletion/withdrawal", null, PageSignedIn(302)),
        new("POST", "/account/data/deletion/withdrawal", null, [401, 302, 302, 302, 401, 302, 302]),
    ];
}
