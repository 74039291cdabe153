using Helpdesk.Auth.Data;
using Helpdesk.Auth.Mails;
using Helpdesk.Auth.Passkeys;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Helpdesk.Auth.AddPasskey;

internal sealed record AddPasskeyRequest
{
    /// <summary>How the person calls it; the device's name when empty.</summary>
    public string Name { get; init; } = "";
}

/// <summary>The question to the browser, for somebody who has just proven who they are.</summary>
internal sealed class StartPasskeyHandler(AuthDbContext db, PasskeyCeremony ceremony, StepUp stepUp)
{
    public async Task<Outcome<PasskeyQuestion>> HandleAsync(CurrentUser user, CancellationToken cancellationToken) =>
        stepUp.Demand(user) is { } prove
            ? prove
            : await ceremony.AskForNewAsync(await db.Users.SingleAsync(found => found.Id == user.Id, cancellationToken));
}

/// <summary>Keeps a new passkey. From then on it signs the person in.</summary>
internal sealed class AddPasskeyHandler(
    AuthDbContext db, PasskeyCeremony ceremony, StepUp stepUp, AccountMails mails, AuditLog audit, TimeProvider clock)
{
    /// <summary>More than anybody has devices.</summary>
    public const int Most = 20;

    private static readonly Refusal.Conflict Known = new("This passkey is in your list already.");

    public async Task<Outcome<PasskeyView>> HandleAsync(
        AddPasskeyRequest request, PasskeyAnswer answer, CurrentUser user, Client client, CancellationToken cancellationToken)
    {
        if (stepUp.Demand(user) is { } prove)
        {
            return prove;
        }

        var name = request.Name.Trim() is { Length: > 0 } given ? given : client.Device;
        if (PasskeyNames.Check(name) is { } wrong)
        {
            return wrong;
        }

        var me = await db.Users.SingleAsync(found => found.Id == user.Id, cancellationToken);
        if (await db.Passkeys.CountAsync(passkey => passkey.UserId == me.Id, cancellationToken) >= Most)
        {
            return new Refusal.Conflict($"You have {Most} passkeys. Remove one first.");
        }

        if (!answer.IsReadable || await ceremony.ReadNewAsync(answer, me) is not { } made)
        {
            return new Refusal.Invalid("", "No passkey was made, or it took too long. Try again.");
        }

        var now = clock.GetUtcNow();
        made.Name = name;
        var passkey = PasskeyRows.Create(db, me.Id, made, now);
        (await db.Sessions.SingleAsync(session => session.Id == user.SessionId, cancellationToken)).MustEnrol = false;
        mails.AddPasskeyChanged(db, me, isAdded: true, name, client);
        audit.Add(db, "passkey.added", AuditSubject.Person(me.Id), new { passkey = passkey.Id });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return Known;
        }

        return passkey;
    }
}
