using System.Text.Json;
using Helpdesk.Auth.Contracts;
using Helpdesk.Auth.Data;
using Helpdesk.Platform.Audit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.ExportData;

/// <summary>What the account itself keeps about a person. Columns are named one by one: a new one goes out only when somebody says so here.</summary>
internal sealed class AccountData(AuthDbContext db) : IPersonalData
{
    public async Task WriteAsync(Guid userId, IPersonalDataArchive archive, CancellationToken cancellationToken)
    {
        await archive.AddAsync("account/person.json", "Your profile and your choices.", await PersonAsync(userId, cancellationToken), cancellationToken);
        await archive.AddAllAsync(
            "account/sessions.json", "Where you signed in: device, network address, times.", Sessions(userId), cancellationToken);
        await archive.AddAllAsync(
            "account/devices.json", "Browsers that we know, so that we can tell you of a new one.", Devices(userId), cancellationToken);
        await archive.AddAllAsync(
            "account/passkeys.json", "Your passkeys by name. The keys themselves are on your devices.", Passkeys(userId), cancellationToken);
        await archive.AddAllAsync(
            "account/notifications.json", "How you want to hear of what, where you chose other than the standard.", Choices(userId), cancellationToken);
        await archive.AddAllAsync(
            "account/keys.json", "Your API keys by name and beginning. The keys themselves were told to you once.", Keys(userId), cancellationToken);
        await archive.AddAllAsync(
            "account/acts.json", "What the audit log recorded of your own acts.", Acts(userId), cancellationToken);
    }

    private async Task<object> PersonAsync(Guid userId, CancellationToken cancellationToken) =>
        await db.Users.AsNoTracking().Where(user => user.Id == userId).Select(user => new
        {
            user.Id,
            user.Name,
            user.Email,
            EmailVerified = user.EmailConfirmed,
            user.Role,
            Teams = db.Teams.Where(team => db.TeamMembers.Any(member => member.TeamId == team.Id && member.UserId == userId))
                .OrderBy(team => team.Name).Select(team => team.Name).ToList(),
            user.TimeZone,
            user.Language,
            user.Theme,
            user.Density,
            user.TimeFormat,
            KeyboardShortcuts = user.HasKeyboardShortcuts,
            user.QuietFrom,
            user.QuietTo,
            SendDelaySeconds = user.SendDelay,
            user.CreatedAt,
            user.LastSignedInAt,
            user.PasswordChangedAt,
            user.DeletionAskedAt,
            user.InvitedAt,
            SecondFactorRequired = user.RequiresFactor,
            AuthenticatorAppSince = db.TotpFactors.Where(factor => factor.UserId == userId).Select(factor => factor.ConfirmedAt).SingleOrDefault(),
            RecoveryCodesLeft = db.RecoveryCodes.Count(code => code.UserId == userId && code.UsedAt == null),
        }).SingleAsync(cancellationToken);

    private IAsyncEnumerable<object> Sessions(Guid userId) => db.Sessions.AsNoTracking()
        .Where(session => session.UserId == userId)
        .OrderBy(session => session.CreatedAt)
        .Select(session => new
        {
            session.Id,
            session.Kind,
            Device = session.DeviceLabel,
            session.IpAddress,
            KeptSignedIn = session.IsPersistent,
            session.CreatedAt,
            session.LastSeenAt,
            session.ExpiresAt,
            session.EndedAt,
        }).AsAsyncEnumerable();

    private IAsyncEnumerable<object> Devices(Guid userId) => db.KnownDevices.AsNoTracking()
        .Where(device => device.UserId == userId)
        .OrderBy(device => device.FirstSeenAt)
        .Select(device => new { Device = device.Label, device.FirstSeenAt, device.LastSeenAt })
        .AsAsyncEnumerable();

    private IAsyncEnumerable<object> Passkeys(Guid userId) => db.Set<IdentityUserPasskey<Guid>>().AsNoTracking()
        .Where(passkey => passkey.UserId == userId)
        .OrderBy(passkey => passkey.Data.CreatedAt)
        .Select(passkey => new
        {
            passkey.Data.Name,
            passkey.Data.CreatedAt,
            LastUsedAt = EF.Property<DateTimeOffset?>(passkey, PasskeyColumns.LastUsedAt),
        }).AsAsyncEnumerable();

    private IAsyncEnumerable<object> Choices(Guid userId) => db.NotificationChoices.AsNoTracking()
        .Where(choice => choice.UserId == userId)
        .OrderBy(choice => choice.Event)
        .Select(choice => new { choice.Event, choice.InApp, choice.Mail })
        .AsAsyncEnumerable();

    private IAsyncEnumerable<object> Keys(Guid userId) => db.ApiKeys.AsNoTracking()
        .Where(key => key.OwnerId == userId)
        .OrderBy(key => key.CreatedAt)
        .Select(key => new { key.Name, key.Beginning, key.Scope, key.CreatedAt, key.ExpiresAt, key.LastUsedAt, key.RevokedAt })
        .AsAsyncEnumerable();

    private IAsyncEnumerable<object> Acts(Guid userId) => db.Set<AuditEntry>().AsNoTracking()
        .Where(entry => entry.ActorId == userId)
        .OrderBy(entry => entry.At)
        .Select(entry => new { entry.At, entry.Action, entry.SubjectKind, entry.SubjectId, Details = JsonSerializer.Deserialize<JsonElement>(entry.Details, (JsonSerializerOptions?)null), IpAddress = entry.Address })
        .AsAsyncEnumerable();
}
