using Helpdesk.Auth.Data;
using Helpdesk.Auth.Mails;
using Helpdesk.Auth.Model;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Helpdesk.Auth.Sessions;

/// <summary>Knows the devices that a person signs in with again, and has the person told of the others. A browser is known by a word in a cookie, a program by its label and network.</summary>
internal sealed class KnownDevices(AuthDbContext db, AccountMails mails, TimeProvider clock)
{
    /// <summary>Adds what is new to the context; the caller saves. The session carries the word that its browser keeps.</summary>
    public async Task RecogniseAsync(User user, Session session, Client client, CancellationToken cancellationToken)
    {
        session.DeviceWord = session.Kind == SessionKind.Browser ? client.DeviceWord ?? Secret.Create() : null;
        var hash = Secret.Hash(session.DeviceWord ?? $"{session.DeviceLabel} {client.Network}");
        var devices = db.KnownDevices.Where(device => device.UserId == user.Id);
        if (await devices.SingleOrDefaultAsync(device => device.Hash == hash, cancellationToken) is { } known)
        {
            known.LastSeenAt = clock.GetUtcNow();
            known.Label = session.DeviceLabel;
            return;
        }

        // The first sign-in of an account is no news to the one who made it.
        if (await devices.AnyAsync(cancellationToken))
        {
            mails.AddNewSignIn(db, user, session);
        }

        db.Add(new KnownDevice
        {
            Id = Guid.CreateVersion7(),
            UserId = user.Id,
            Hash = hash,
            Label = session.DeviceLabel,
            FirstSeenAt = clock.GetUtcNow(),
            LastSeenAt = clock.GetUtcNow(),
        });
    }

    /// <summary>Two sign-ins of one new device at once: the second finds it known when it tries again.</summary>
    public static bool IsRace(DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "known_devices" };
}
