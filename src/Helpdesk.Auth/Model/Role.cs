namespace Helpdesk.Auth.Model;

internal enum Role
{
    Employee = 0,
    Agent = 1,
    Admin = 2,
}

/// <summary>The words of the API and of pages.</summary>
internal static class RoleNames
{
    public static string Of(Role role) => role switch
    {
        Role.Employee => "employee",
        Role.Agent => "agent",
        Role.Admin => "admin",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
