using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;

namespace Helpdesk.Tickets.Data;

internal static class Actors
{
    /// <summary>Somebody whose act is done later, with the rights that they have then.</summary>
    public static CurrentUser Acting(this UserCard card) => new()
    {
        Id = card.Id,
        Name = card.Name,
        Email = card.Email,
        IsStaff = card.IsStaff,
        TimeZone = card.TimeZone,
        Language = card.Language,
    };
}
