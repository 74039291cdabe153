using Helpdesk.Auth.Data;
using Helpdesk.Auth.ForgotPassword;
using Helpdesk.Auth.Guessing;
using Helpdesk.Auth.InvitePeople;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.Refresh;
using Helpdesk.Auth.ResetPassword;
using Helpdesk.Auth.Sessions;
using Helpdesk.Auth.SignUp;
using Helpdesk.Auth.VerifyEmail;
using Helpdesk.Platform;
using Helpdesk.Platform.Email;

namespace Helpdesk.Auth.Mails;

/// <summary>Adds the mails about accounts to the context, with the tokens they carry. Nothing that a stranger typed goes to an unproven address.</summary>
internal sealed class AccountMails(Outbox outbox, Limits limits, TimeProvider clock)
{
    /// <summary>At most once a day for an address.</summary>
    public Task<bool> MayTellOfTakenAddressAsync(string address, CancellationToken cancellationToken) =>
        limits.AllowAsync(TakenAddressMail.Kind, address, 1, TimeSpan.FromDays(1), cancellationToken);

    public void AddTakenAddress(AuthDbContext db, User owner) =>
        outbox.Add(db, new OutboxMail(TakenAddressMail.Kind, owner.Id, owner.Email!, owner.Name)
        {
            NotAfter = clock.GetUtcNow().AddDays(1),
        });

    public void AddVerification(AuthDbContext db, PendingSignUp signUp) => AddWithToken(
        db,
        new OutboxMail(VerifyEmailMail.Kind, null, signUp.Email, ""),
        secret => OneTimeToken.Create(secret, OneTimePurpose.VerifyEmail, clock.GetUtcNow(), signUpId: signUp.Id));

    public void AddVerification(AuthDbContext db, User user) => AddWithToken(
        db,
        new OutboxMail(VerifyEmailMail.Kind, user.Id, user.Email!, ""),
        secret => OneTimeToken.Create(secret, OneTimePurpose.VerifyEmail, clock.GetUtcNow(), user.Id));

    /// <summary>Without a client when an administrator sends it: theirs is nobody's business.</summary>
    public void AddPasswordReset(AuthDbContext db, User user, Client? client) => AddWithToken(
        db,
        new OutboxMail(PasswordResetMail.Kind, user.Id, user.Email!, user.Name) { Parameters = client is null ? new { } : About(client.Device) },
        secret => OneTimeToken.Create(secret, OneTimePurpose.ResetPassword, clock.GetUtcNow(), user.Id));

    public void AddInvitation(AuthDbContext db, User person, CurrentUser inviter) => AddWithToken(
        db,
        new OutboxMail(InvitationMail.Kind, person.Id, person.Email!, person.Name) { Parameters = new { inviter = inviter.Id, role = RoleNames.Of(person.Role) } },
        secret => OneTimeToken.Create(secret, OneTimePurpose.Invitation, clock.GetUtcNow(), person.Id));

    public void AddPasswordChanged(AuthDbContext db, User user, Client client) =>
        outbox.Add(db, new OutboxMail(PasswordChangedMail.Kind, user.Id, user.Email!, user.Name) { Parameters = About(client.Device) });

    public void AddStolenToken(AuthDbContext db, User user, Session session) =>
        outbox.Add(db, new OutboxMail(StolenTokenMail.Kind, user.Id, user.Email!, user.Name) { Parameters = About(session.DeviceLabel) });

    public void AddFactorChanged(AuthDbContext db, User user, FactorChange change, Client client, int left = 0) =>
        outbox.Add(db, new OutboxMail(FactorChangedMail.Kind, user.Id, user.Email!, user.Name)
        {
            Parameters = new { change = change.ToString(), left, device = client.Device, at = clock.GetUtcNow() },
        });

    public void AddPasskeyChanged(AuthDbContext db, User user, bool isAdded, string name, Client client) =>
        outbox.Add(db, new OutboxMail(PasskeyChangedMail.Kind, user.Id, user.Email!, user.Name)
        {
            Parameters = new { change = isAdded ? "added" : "removed", name, device = client.Device, at = clock.GetUtcNow() },
        });

    /// <summary>To the new address, which nobody has proven yet: nothing that was typed but the address itself.</summary>
    public void AddAddressToConfirm(AuthDbContext db, User user, string newEmail) => AddWithToken(
        db,
        new OutboxMail(ConfirmAddressMail.Kind, user.Id, newEmail, ""),
        secret => OneTimeToken.Create(secret, OneTimePurpose.ChangeEmail, clock.GetUtcNow(), user.Id, newEmail: newEmail));

    /// <summary>To the address that the account has until now.</summary>
    public void AddAddressChanged(AuthDbContext db, User user, Client client) =>
        outbox.Add(db, new OutboxMail(AddressChangedMail.Kind, user.Id, user.Email!, user.Name) { Parameters = About(client.Device) });

    public void AddNewSignIn(AuthDbContext db, User user, Session session) =>
        outbox.Add(db, new OutboxMail(NewSignInMail.Kind, user.Id, user.Email!, user.Name)
        {
            Parameters = new { device = session.DeviceLabel, at = clock.GetUtcNow(), address = session.IpAddress },
        });

    private object About(string device) => new { device, at = clock.GetUtcNow() };

    private void AddWithToken(AuthDbContext db, OutboxMail mail, Func<string, OneTimeToken> create)
    {
        var secret = Secret.Create();
        var token = create(secret);
        db.Add(token);
        outbox.Add(db, mail with { Secrets = new Dictionary<string, string> { ["token"] = secret }, NotAfter = token.ExpiresAt });
    }
}
