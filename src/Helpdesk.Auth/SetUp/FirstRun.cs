using Helpdesk.Auth.Contracts;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.SetUp;

/// <summary>Each start makes a code of its own, so that the one on the screen works, whatever another instance printed.</summary>
internal sealed class FirstRun(AuthDbContext db, AppSettings app, AuditLog audit, TimeProvider clock) : IFirstRun
{
    public async Task<string?> CreateLinkAsync(CancellationToken cancellationToken)
    {
        if (await HasAdminAsync(db, cancellationToken))
        {
            return null;
        }

        var code = SetUpCode.Create();
        db.Add(OneTimeToken.Create(SetUpCode.Normalize(code), OneTimePurpose.SetUp, clock.GetUtcNow()));
        audit.Add(db, "setup.link-made");
        await db.SaveChangesAsync(cancellationToken);
        return new Uri(app.PublicUrl, $"/setup?code={code}").ToString();
    }

    public static Task<bool> HasAdminAsync(AuthDbContext db, CancellationToken cancellationToken) =>
        db.Users.AnyAsync(user => user.Role == Role.Admin && user.DeactivatedAt == null, cancellationToken);
}
