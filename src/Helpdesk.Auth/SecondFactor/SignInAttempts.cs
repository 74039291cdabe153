using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Platform;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.SecondFactor;

/// <summary>Right passwords that wait for the second factor. The browser holds the secret in a cookie of its own; it opens nothing but the question for the code.</summary>
internal sealed class SignInAttempts(AuthDbContext db, AppSettings app, TimeProvider clock)
{
    private bool IsSecure => app.PublicUrl.Scheme == Uri.UriSchemeHttps;

    private string CookieName => IsSecure ? "__Host-signin" : "signin";

    /// <summary>Adds the attempt to the context; the caller saves and hands the secret over.</summary>
    public string Begin(User user, bool isPersistent)
    {
        var secret = Secret.Create();
        var now = clock.GetUtcNow();
        db.Add(new SignInAttempt
        {
            Hash = Secret.Hash(secret),
            UserId = user.Id,
            SecurityStamp = user.SecurityStamp!,
            IsPersistent = isPersistent,
            CreatedAt = now,
            ExpiresAt = now + SignInAttempt.Lifetime,
        });
        return secret;
    }

    public void Give(HttpContext http, string secret) => http.Response.Cookies.Append(CookieName, secret, Options(clock.GetUtcNow() + SignInAttempt.Lifetime));

    public void Forget(HttpContext http) => http.Response.Cookies.Delete(CookieName, Options(null));

    /// <summary>The attempt behind the browser's cookie and its person, while both still hold; a new password or a deactivation makes it void.</summary>
    public async Task<(SignInAttempt Attempt, User User)?> FindAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (http.Request.Cookies[CookieName] is not { Length: > 0 } secret)
        {
            return null;
        }

        var hash = Secret.Hash(secret);
        var now = clock.GetUtcNow();
        var found = await db.SignInAttempts
            .Where(attempt => attempt.Hash == hash && attempt.UsedAt == null && attempt.ExpiresAt > now)
            .Join(db.Users.Where(user => user.DeactivatedAt == null), attempt => attempt.UserId, user => user.Id, (attempt, user) => new { attempt, user })
            .SingleOrDefaultAsync(pair => pair.attempt.SecurityStamp == pair.user.SecurityStamp, cancellationToken);
        return found is null ? null : (found.attempt, found.user);
    }

    private CookieOptions Options(DateTimeOffset? expires) => new()
    {
        HttpOnly = true,
        Secure = IsSecure,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        Expires = expires,
        IsEssential = true,
    };
}
