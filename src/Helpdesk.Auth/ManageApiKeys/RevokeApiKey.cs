using Helpdesk.Auth.ApiKeys;
using Helpdesk.Auth.Data;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.ManageApiKeys;

/// <summary>Any administrator may stop any key; it is dead on its next request.</summary>
internal sealed class RevokeApiKeyHandler(AuthDbContext db, KeyEnd end)
{
    public async Task<Outcome<Done>> HandleAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsAdmin)
        {
            return KeyRefusals.AdminsOnly;
        }

        if (await db.ApiKeys.SingleOrDefaultAsync(key => key.Id == id, cancellationToken) is not { } key)
        {
            return new Refusal.NotFound();
        }

        end.Revoke(key);
        await db.SaveChangesAsync(cancellationToken);
        return Done.It;
    }
}
