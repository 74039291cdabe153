namespace Helpdesk.Auth.Contracts;

/// <summary>What another module may know of a person. The address is for agents and mail alone.</summary>
public sealed record UserCard(Guid Id, string Name, string Email, bool IsActive, bool IsStaff, string TimeZone, string Language)
{
    /// <summary>How the product calls a person of whom only the number is left.</summary>
    public const string FormerUser = "former user";
}
