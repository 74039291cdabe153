using static Helpdesk.IntegrationTests.Rights.RightsTable;

namespace Helpdesk.IntegrationTests.Rights;

internal static class TicketRights
{
    public static IReadOnlyList<RightsRow> Rows { get; } =
    [
        //                                                                               anonymous requester other participant deactivated agent admin
        new("POST", "/api/v1/tickets", new { subject = "s", description = "d", category = "Other" }, SignedIn(201)),
        new("GET", "/api/v1/tickets", null, SignedIn(200)),
        new("GET", "/api/v1/tickets/counts", null, SignedIn(200)),
        new("GET", "/api/v1/tickets/{id}", null, [401, 200, 404, 200, 401, 200, 200]),
        new("GET", "/api/v1/tickets/{number}", null, [401, 200, 404, 200, 401, 200, 200]),
        new("PATCH", "/api/v1/tickets/{id}", new { status = "resolved" }, [401, 200, 404, 403, 401, 200, 200]),
        new("PATCH", "/api/v1/tickets/{id}", new { status = "in_progress" }, [401, 403, 404, 403, 401, 200, 200]),
        new("POST", "/api/v1/tickets/{id}/messages", new { body = "x" }, [401, 201, 404, 201, 401, 201, 201]),
        new("POST", "/api/v1/tickets/{id}/messages", new { body = "x", kind = "internal" }, [401, 403, 404, 403, 401, 201, 201]),
        new("PUT", "/api/v1/tickets/{id}/seen", new { until = "2027-03-01T00:00:00Z" }, [401, 204, 404, 204, 401, 204, 204]),
        new("GET", "/api/v1/drafts/new", null, SignedIn(404)),
        new("PUT", "/api/v1/drafts/new", new { subject = "s" }, SignedIn(200)),
        new("PUT", "/api/v1/drafts/reply/{id}", new { body = "x" }, [401, 200, 404, 200, 401, 200, 200]),
        new("PUT", "/api/v1/drafts/note/{id}", new { body = "x" }, [401, 403, 404, 403, 401, 200, 200]),
        new("DELETE", "/api/v1/drafts/reply/{id}", null, SignedIn(204)),
        new("GET", "/api/v1/admin/tickets", null, Staff(200)),
        new("GET", "/api/v1/admin/tickets/counts", null, Staff(200)),
        new("GET", "/api/v1/admin/tickets/export", null, Staff(200)),
        new("GET", "/api/v1/admin/tickets/stats", null, Staff(200)),
        new("PATCH", "/api/v1/admin/tickets/{id}", new { priority = "high" }, Staff(200)),
        new("POST", "/api/v1/tickets/{id}/held-replies", new { body = "x" }, [401, 202, 404, 202, 401, 202, 202]),
        new("DELETE", "/api/v1/tickets/{id}/held-replies/{id}", null, [401, 409, 404, 409, 401, 409, 409]),
        new("POST", "/api/v1/admin/tickets/{id}/snooze", new { until = "answer" }, Staff(200)),
        new("DELETE", "/api/v1/admin/tickets/{id}/snooze", null, Staff(200)),
        new("GET", "/api/v1/admin/views", null, Staff(200)),
        new("POST", "/api/v1/admin/views", new { name = "Mine", query = "status=open" }, Staff(201)),
        new("DELETE", "/api/v1/admin/views/{id}", null, Staff(404)),
        new("POST", "/api/v1/admin/tickets/bulk", new { ids = Array.Empty<Guid>() }, Staff(400)),
        new("GET", "/api/v1/admin/tickets/bulk/{id}", null, Staff(404)),
        new("POST", "/api/v1/admin/tickets/bulk/{id}/undo", null, Staff(404)),
        new("GET", "/api/v1/admin/canned-answers", null, Staff(200)),
        new("POST", "/api/v1/admin/canned-answers", new { name = "Hello", body = "Hello {{requester.name}}" }, Staff(201)),
        new("PUT", "/api/v1/admin/canned-answers/{id}", new { name = "x", body = "x" }, Staff(404)),
        new("DELETE", "/api/v1/admin/canned-answers/{id}", null, Staff(404)),
        new("GET", "/api/v1/admin/tickets/{id}/canned-answers", null, Staff(200)),
        new("GET", "/api/v1/admin/macros", null, Staff(200)),
        new("POST", "/api/v1/admin/macros", new { name = "Done", change = new { status = "resolved" } }, Staff(201)),
        new("PUT", "/api/v1/admin/macros/{id}", new { name = "x", reply = "x" }, Staff(404)),
        new("DELETE", "/api/v1/admin/macros/{id}", null, Staff(404)),
        new("GET", "/api/v1/admin/tickets/{id}/macros", null, Staff(200)),
        new("POST", "/api/v1/admin/tickets/{id}/macros/{id}", new { }, Staff(404)),
        new("POST", "/api/v1/admin/tickets/{id}/take", null, Staff(200)),
        new("POST", "/api/v1/tickets/{id}/participants", new { participants = Array.Empty<string>() }, [401, 400, 404, 400, 401, 400, 400]),
        new("DELETE", "/api/v1/tickets/{id}/participants/{id}", null, SignedIn(404)),
        new("GET", "/api/v1/admin/tickets/{id}/merge?into=999999", null, Staff(400)),
        new("POST", "/api/v1/admin/tickets/{id}/merge", new { into = "999999" }, Staff(400)),
        new("DELETE", "/api/v1/admin/tickets/{id}/merge", null, Staff(409)),
    ];
}
