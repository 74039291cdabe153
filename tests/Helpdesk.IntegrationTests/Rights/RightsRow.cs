namespace Helpdesk.IntegrationTests.Rights;

/// <summary>
/// One line of the table of rights: a request, and what each kind of person gets for it, in the order of <see cref="Actors"/>.
/// "{id}" and "{number}" stand for a ticket of the requester, on which the participant is copied in.
/// </summary>
internal sealed record RightsRow(string Method, string Path, object? Body, int[] Answers)
{
    public static readonly string[] Actors = ["anonymous", "requester", "other", "participant", "deactivated", "agent", "admin"];

    public bool IsApi => Path.StartsWith("/api/", StringComparison.Ordinal);
}

/// <summary>The lines of all modules. A new door without a line fails a test.</summary>
internal static class RightsTable
{
    public static IReadOnlyList<RightsRow> Rows { get; } =
        [
            .. AccountRights.Rows, .. PeopleRights.Rows, .. TicketRights.Rows, .. TicketPageRights.Rows, .. CatalogueRights.Rows, .. PrivacyRights.Rows, .. ManageRights.Rows, .. SiteRights.Rows,
            .. OtherRights.Rows,
        ];

    public static int[] Same(int answer) => [.. Enumerable.Repeat(answer, RightsRow.Actors.Length)];

    /// <summary>The API for whoever is signed in.</summary>
    public static int[] SignedIn(int answer) => [401, answer, answer, answer, 401, answer, answer];

    /// <summary>The API for the team.</summary>
    public static int[] Staff(int answer) => [401, 403, 403, 403, 401, answer, answer];

    public static int[] AdminOnly(int answer) => [401, 403, 403, 403, 401, 403, answer];

    /// <summary>A page for whoever is signed in; the others are sent to sign in.</summary>
    public static int[] PageSignedIn(int answer) => [302, answer, answer, answer, 302, answer, answer];

    public static int[] PageStaff(int answer) => [302, 403, 403, 403, 302, answer, answer];

    public static int[] PageAdminOnly(int answer) => [302, 403, 403, 403, 302, 403, answer];
}
