using static Helpdesk.IntegrationTests.Rights.RightsTable;

namespace Helpdesk.IntegrationTests.Rights;

internal static class TicketPageRights
{
    private static readonly Dictionary<string, string> Words = new() { ["Form.Body"] = "Words." };

    public static IReadOnlyList<RightsRow> Rows { get; } =
    [
        //                                            anonymous requester other participant deactivated agent admin
        new("GET", "/", null, [302, 200, 200, 200, 302, 200, 200]),
        new("GET", "/tickets", null, PageSignedIn(200)),
        new("GET", "/tickets/new", null, PageSignedIn(200)),
        new("POST", "/tickets/new", null, [401, 400, 400, 400, 401, 400, 400]),
        new("GET", "/t/{number}", null, [302, 200, 404, 200, 302, 200, 200]),
        new("GET", "/t/{id}", null, [302, 302, 404, 302, 302, 302, 302]),
        new("GET", "/tickets/{id}", null, PageSignedIn(302)),
        new("GET", "/tickets/{id}/messages", null, PageSignedIn(302)),
        new("POST", "/tickets/{id}/messages", Words, [401, 302, 404, 302, 401, 302, 302]),
        new("GET", "/tickets/{id}/notes", null, PageStaff(302)),
        new("POST", "/tickets/{id}/notes", Words, [401, 403, 403, 403, 401, 302, 302]),
        new("GET", "/tickets/{id}/status", null, PageSignedIn(302)),
        new("POST", "/tickets/{id}/status", new Dictionary<string, string> { ["Form.Status"] = "resolved" }, [401, 302, 404, 403, 401, 302, 302]),
        new("GET", "/tickets/{id}/assignment", null, PageStaff(302)),
        new("POST", "/tickets/{id}/assignment", null, [401, 403, 403, 403, 401, 302, 302]),
        new("GET", "/tickets/{id}/held-replies/{id}/removal", null, PageSignedIn(302)),
        new("POST", "/tickets/{id}/held-replies/{id}/removal", null, [401, 409, 404, 409, 401, 409, 409]),
        new("GET", "/queue/export", null, PageStaff(200)),
        new("GET", "/tickets/{id}/snooze", null, PageStaff(200)),
        new("POST", "/tickets/{id}/snooze", new Dictionary<string, string> { ["Form.Until"] = "answer" }, [401, 403, 403, 403, 401, 302, 302]),
        new("GET", "/tickets/{id}/snooze/removal", null, PageStaff(302)),
        new("POST", "/tickets/{id}/snooze/removal", null, [401, 403, 403, 403, 401, 302, 302]),
        new("GET", "/queue/views", null, PageStaff(200)),
        new("POST", "/queue/views", null, [401, 403, 403, 403, 401, 400, 400]),
        new("GET", "/queue/views/{id}/removal", null, PageStaff(302)),
        new("POST", "/queue/views/{id}/removal", null, [401, 403, 403, 403, 401, 404, 404]),
        new("GET", "/queue/changes", null, PageStaff(302)),
        new("POST", "/queue/changes", null, [401, 403, 403, 403, 401, 400, 400]),
        new("GET", "/queue/changes/{id}/undo", null, PageStaff(302)),
        new("POST", "/queue/changes/{id}/undo", null, [401, 403, 403, 403, 401, 404, 404]),
        new("GET", "/queue/answers", null, PageStaff(200)),
        new("GET", "/queue/answers/{id}", null, PageStaff(404)),
        new("POST", "/queue/answers/{id}", null, [401, 403, 403, 403, 401, 404, 404]),
        new("GET", "/queue/answers/{id}/removal", null, PageStaff(302)),
        new("POST", "/queue/answers/{id}/removal", null, [401, 403, 403, 403, 401, 404, 404]),
        new("GET", "/queue/macros", null, PageStaff(200)),
        new("GET", "/queue/macros/{id}", null, PageStaff(404)),
        new("POST", "/queue/macros/{id}", null, [401, 403, 403, 403, 401, 404, 404]),
        new("GET", "/queue/macros/{id}/removal", null, PageStaff(302)),
        new("POST", "/queue/macros/{id}/removal", null, [401, 403, 403, 403, 401, 404, 404]),
        new("GET", "/tickets/{id}/macros", null, PageStaff(200)),
        new("GET", "/tickets/{id}/macros/{id}", null, PageStaff(404)),
        new("POST", "/tickets/{id}/macros/{id}", null, [401, 403, 403, 403, 401, 404, 404]),
        new("GET", "/tickets/{id}/insertions", null, PageStaff(200)),
        new("GET", "/tickets/{id}/answers", null, PageStaff(200)),
        new("POST", "/tickets/{id}/answers", Words, [401, 403, 403, 403, 401, 200, 200]),
        new("GET", "/tickets/{id}/merge", null, PageStaff(200)),
        new("POST", "/tickets/{id}/merge", new Dictionary<string, string> { ["Form.Into"] = "999999" }, [401, 403, 403, 403, 401, 400, 400]),
        new("GET", "/tickets/{id}/merge/removal", null, PageStaff(302)),
        new("POST", "/tickets/{id}/merge/removal", null, [401, 403, 403, 403, 401, 409, 409]),
        new("GET", "/tickets/{id}/fields", null, PageStaff(302)),
        new("POST", "/tickets/{id}/fields", new Dictionary<string, string> { ["Form.Priority"] = "high" }, [401, 403, 403, 403, 401, 302, 302]),
        new("GET", "/drafts/reply/{id}", null, PageSignedIn(404)),
        new("POST", "/drafts/reply/{id}", new Dictionary<string, string> { ["body"] = "Words." }, [401, 204, 404, 204, 401, 204, 204]),
        new("POST", "/drafts/note/{id}", new Dictionary<string, string> { ["body"] = "Words." }, [401, 403, 404, 403, 401, 204, 204]),
        new("GET", "/queue", null, PageStaff(200)),
    ];
}
