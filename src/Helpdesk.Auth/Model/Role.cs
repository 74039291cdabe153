namespace Helpdesk.Auth.Model;

internal enum Role
{
    Employee = 0,
    Agent = 1,
    Admin = 2,
}
