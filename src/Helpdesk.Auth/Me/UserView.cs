using Helpdesk.Auth.Model;

namespace Helpdesk.Auth.Me;

internal sealed record UserView(
    Guid Id,
    string Email,
    string Name,
    string Role,
    bool IsActive,
    bool EmailVerified,
    bool TwoFactorEnabled,
    string TimeZone,
    string Language,
    DateTimeOffset CreatedAt)
{
    public static UserView Of(User user) => new(
        user.Id,
        user.Email!,
        user.Name,
        RoleNames.Of(user.Role),
        user.IsActive,
        user.EmailConfirmed,
        user.TwoFactorEnabled,
        user.TimeZone,
        user.Language,
        user.CreatedAt);
}
