using System.Security.Claims;

namespace Helpdesk.Platform.Security;

/// <summary>A proven identity together with the person that the session belongs to.</summary>
public sealed class SessionIdentity(CurrentUser user, string scheme) : ClaimsIdentity(ClaimsOf(user), scheme)
{
    public const string StandingClaim = "standing";

    public CurrentUser User { get; } = user;

    public static CurrentUser UserOf(ClaimsPrincipal principal) =>
        principal.Identity is SessionIdentity { IsAuthenticated: true } identity ? identity.User : CurrentUser.Nobody;

    private static IEnumerable<Claim> ClaimsOf(CurrentUser user)
    {
        yield return new Claim(ClaimTypes.NameIdentifier, user.Id.ToString());
        if (user.IsStaff)
        {
            yield return new Claim(StandingClaim, Policy.Staff);
        }

        if (user.IsAdmin)
        {
            yield return new Claim(StandingClaim, Policy.Admin);
        }
    }
}
