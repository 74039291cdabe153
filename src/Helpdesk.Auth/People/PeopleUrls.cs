namespace Helpdesk.Auth.People;

internal static class PeopleUrls
{
    public const string List = "/admin/people";

    public const string Invite = "/admin/people/invitations";

    public const string Import = "/admin/people/import";

    public static string Show(Guid id) => $"{List}/{id}";
}
