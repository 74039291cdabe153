using static Helpdesk.IntegrationTests.Rights.RightsTable;

namespace Helpdesk.IntegrationTests.Rights;

internal static class AccountRights
{
    private static readonly object NoToken = new { token = "x" };

    public static IReadOnlyList<RightsRow> Rows { get; } =
    [
        // What needs no session answers everybody alike; here each request is one that is refused for its own reason.
        new("POST", "/api/v1/auth/signup", new { email = "x" }, Same(400)),
        new("POST", "/api/v1/auth/verify-email", NoToken, Same(400)),
        new("POST", "/api/v1/auth/login", new { email = "x" }, Same(400)),
        new("POST", "/api/v1/auth/refresh", new { refreshToken = "x" }, Same(401)),
        new("POST", "/api/v1/auth/forgot-password", new { email = "x" }, Same(400)),
        new("POST", "/api/v1/auth/reset-password", new { token = "x", newPassword = "a sentence that is long" }, Same(400)),

        new("GET", "/api/v1/auth/me", null, SignedIn(200)),
        new("PATCH", "/api/v1/auth/me", new { name = "Another Name" }, SignedIn(200)),
        new("GET", "/api/v1/auth/sessions", null, SignedIn(200)),
        new("DELETE", "/api/v1/auth/sessions/{id}", null, SignedIn(404)),
        new("POST", "/api/v1/auth/change-password", new { currentPassword = "x", newPassword = "a sentence that is long" }, SignedIn(400)),
        new("POST", "/api/v1/auth/logout", null, SignedIn(204)),

        new("POST", "/api/v1/auth/confirm", new { password = "" }, SignedIn(400)),
        new("GET", "/api/v1/auth/security", null, SignedIn(200)),
        new("POST", "/api/v1/auth/second-factor", null, SignedIn(200)),
        new("POST", "/api/v1/auth/second-factor/confirmation", new { code = "000000" }, SignedIn(409)),
        new("POST", "/api/v1/auth/second-factor/recovery-codes", null, SignedIn(409)),
        new("DELETE", "/api/v1/auth/second-factor", null, SignedIn(204)),
        new("POST", "/api/v1/admin/users/{id}/reset-second-factor", null, AdminOnly(404)),
        new("DELETE", "/api/v1/auth/sessions", null, SignedIn(200)),
        new("GET", "/account/devices", null, PageSignedIn(200)),
        new("GET", "/account/devices/others/removal", null, PageSignedIn(302)),
        new("POST", "/account/devices/others/removal", null, [401, 302, 302, 302, 401, 302, 302]),
        new("GET", "/account/devices/{id}/removal", null, PageSignedIn(302)),
        new("POST", "/account/devices/{id}/removal", null, [401, 404, 404, 404, 401, 404, 404]),
        new("GET", "/api/v1/auth/choices", null, SignedIn(200)),
        new("PATCH", "/api/v1/auth/choices", new { theme = "dark" }, SignedIn(200)),
        new("GET", "/account/profile", null, PageSignedIn(200)),
        new("POST", "/account/profile", null, [401, 400, 400, 400, 401, 400, 400]),
        new("GET", "/account/appearance", null, PageSignedIn(200)),
        new("POST", "/account/appearance", null, [401, 302, 302, 302, 401, 302, 302]),
        new("GET", "/account/keyboard", null, PageSignedIn(200)),
        new("POST", "/account/keyboard", null, [401, 302, 302, 302, 401, 302, 302]),
        new("GET", "/account/security", null, PageSignedIn(200)),
        new("GET", "/account/password", null, PageSignedIn(200)),
        new("POST", "/account/password", null, [401, 400, 400, 400, 401, 400, 400]),
        new("GET", "/account/confirm", null, PageSignedIn(200)),
        new("POST", "/account/confirm", null, [401, 400, 400, 400, 401, 400, 400]),
        new("GET", "/account/second-factor", null, PageSignedIn(302)),
        new("POST", "/account/second-factor", null, [401, 302, 302, 302, 401, 302, 302]),
        new("GET", "/account/second-factor/removal", null, PageSignedIn(302)),
        new("POST", "/account/second-factor/removal", null, [401, 302, 302, 302, 401, 302, 302]),
        new("GET", "/account/recovery-codes", null, PageSignedIn(302)),
        new("POST", "/account/recovery-codes", null, [401, 409, 409, 409, 401, 409, 409]),
        new("GET", "/signin/code", null, Same(302)),
        new("POST", "/signin/code", null, Same(302)),

        new("GET", "/signin", null, [200, 302, 302, 302, 200, 302, 302]),
        new("POST", "/signin", null, [400, 400, 400, 400, 400, 400, 400]),
        new("GET", "/signup", null, [200, 302, 302, 302, 200, 302, 302]),
        new("POST", "/signup", null, Same(400)),
        new("GET", "/signup/sent", null, Same(302)),
        new("POST", "/signup/sent", null, Same(302)),
        new("GET", "/verify", null, Same(200)),
        new("POST", "/verify", null, Same(400)),
        new("GET", "/verify/renewal", null, Same(302)),
        new("POST", "/verify/renewal", null, Same(302)),
        new("GET", "/forgot", null, Same(200)),
        new("POST", "/forgot", null, Same(400)),
        new("GET", "/reset", null, Same(200)),
        new("POST", "/reset", null, Same(400)),
        new("GET", "/signout", null, [302, 200, 200, 200, 302, 200, 200]),
        new("POST", "/signout", null, Same(302)),
        new("GET", "/theme", null, PageSignedIn(302)),
        new("POST", "/theme", new { theme = "dark" }, [401, 302, 302, 302, 401, 302, 302]),
        // There is an administrator in this site: the first step is over for everybody, the second waits for one of them.
        new("GET", "/setup", null, [302, 404, 404, 404, 302, 404, 200]),
        new("POST", "/setup", null, Same(404)),
        new("GET", "/setup/site", null, PageAdminOnly(200)),
        new("POST", "/setup/site", null, [401, 403, 403, 403, 401, 403, 400]),
    ];
}
