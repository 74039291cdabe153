using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.SecondFactor;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Settings;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Helpdesk.Auth.EnrolFactor;

/// <summary>A key that is not in use yet: it counts once a code of it was typed.</summary>
internal sealed record EnrolmentView(string Key, string Uri);

/// <summary>Makes a key for the person's app, a new one at each asking, until one is confirmed.</summary>
internal sealed class StartEnrolmentHandler(AuthDbContext db, FactorKeys keys, StepUp stepUp, ISiteSettings settings, TimeProvider clock)
{
    public async Task<Outcome<EnrolmentView>> HandleAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (stepUp.Demand(user) is { } prove)
        {
            return prove;
        }

        if (await db.TotpFactors.AnyAsync(factor => factor.UserId == user.Id && factor.ConfirmedAt != null, cancellationToken))
        {
            return new Refusal.Conflict("You have a second factor already. Remove it first to set up another.");
        }

        await db.TotpFactors.Where(factor => factor.UserId == user.Id && factor.ConfirmedAt == null).ExecuteDeleteAsync(cancellationToken);
        var factor = new TotpFactor { UserId = user.Id, ProtectedKey = keys.Create(), CreatedAt = clock.GetUtcNow() };
        db.Add(factor);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return new Refusal.Conflict("This was begun in another window meanwhile. Go on there.");
        }

        return await ViewAsync(factor, user, cancellationToken);
    }

    /// <summary>The key that waits to be confirmed, or null.</summary>
    public async Task<EnrolmentView?> FindAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var factor = await db.TotpFactors.AsNoTracking()
            .SingleOrDefaultAsync(found => found.UserId == user.Id && found.ConfirmedAt == null, cancellationToken);
        return factor is null || stepUp.Demand(user) is not null ? null : await ViewAsync(factor, user, cancellationToken);
    }

    private async Task<EnrolmentView> ViewAsync(TotpFactor factor, CurrentUser user, CancellationToken cancellationToken)
    {
        var key = Base32.Encode(keys.Open(factor.ProtectedKey));
        var site = await settings.GetAsync(cancellationToken);
        return new EnrolmentView(key, FactorKeys.AddressFor(site.Name, user.Email, key));
    }
}
