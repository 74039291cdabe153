using Helpdesk.Auth.Data;
using Helpdesk.Auth.Guessing;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.SecondFactor;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.EnterCode;

internal sealed record EnterCodeRequest
{
    /// <summary>Of the app, or a recovery code.</summary>
    public string Code { get; init; } = "";
}

/// <summary>The second half of a sign-in by browser: the password was right, now the code.</summary>
internal sealed class EnterCodeHandler(AuthDbContext db, FactorCheck check, SessionStart start, Limits limits, TimeProvider clock)
{
    public async Task<Outcome<Session>> HandleAsync(
        EnterCodeRequest request, SignInAttempt attempt, User user, Client client, CancellationToken cancellationToken)
    {
        var taken = await check.TakeAsync(user, request.Code, nameof(request.Code), client, cancellationToken);
        if (taken.Value is null)
        {
            return taken.Refusal!;
        }

        attempt.UsedAt = clock.GetUtcNow();
        var session = await start.AddAsync(user, new SessionWish(SessionKind.Browser, attempt.IsPersistent, client.Device), client, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refusal.Invalid(nameof(request.Code), FactorCheck.AlreadyUsed);
        }

        await limits.SignedInAsync(client, user.Email!, cancellationToken);
        return session;
    }
}
