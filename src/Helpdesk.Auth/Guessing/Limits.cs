using Helpdesk.Auth.Model;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Http.Limits;

namespace Helpdesk.Auth.Guessing;

/// <summary>
/// Bounds on what can be tried without being signed in, shared by all instances. Waits grow with the tries and always end.
/// An account is guarded most strictly against one network at a time, so that a stranger elsewhere cannot keep its owner out.
/// </summary>
internal sealed class Limits(RateCounters counters, Pardons pardons, Incidents incidents, SignUpLimit signUps)
{
    private static readonly Bound[] OnAccountFromNetwork =
    [
        new("signin-few", 5, TimeSpan.FromMinutes(5)),
        new("signin-many", 15, TimeSpan.FromHours(1)),
    ];

    private static readonly Bound FromNetwork = new("signin-network", 100, TimeSpan.FromMinutes(15));
    private static readonly Bound OnAccount = new("signin-account", 60, TimeSpan.FromHours(1));
    private static readonly Bound Mailed = new("verification-mail", 5, TimeSpan.FromHours(1));
    private static readonly Bound Forgotten = new("forgot-password", 5, TimeSpan.FromHours(1));
    private static readonly Bound ForgottenFromNetwork = new("forgot-password-network", 30, TimeSpan.FromHours(1));
    private static readonly Bound PresentPasswords = new("present-password", 5, TimeSpan.FromMinutes(5));
    private static readonly Bound CodesFromNetwork = new("second-factor", 5, TimeSpan.FromMinutes(5));
    private static readonly Bound Codes = new("second-factor-account", 30, TimeSpan.FromHours(1));
    private static readonly Bound SetUpCodes = new("setup", 10, TimeSpan.FromMinutes(15));

    public Task<Refusal.Later?> SignInAsync(Client client, string email, CancellationToken cancellationToken) =>
        TakeAsync(SignInBounds(client, email), ", or reset your password", cancellationToken);

    /// <summary>A sign-in that succeeded was no guess.</summary>
    public Task SignedInAsync(Client client, string email, CancellationToken cancellationToken) =>
        pardons.GiveBackAsync([.. SignInBounds(client, email).Select(bound => bound.Key)], cancellationToken);

    /// <summary>Who has proven to be the owner need not wait for what a stranger or they themselves tried before.</summary>
    public Task ForgetSignInsAsync(Client client, string email, CancellationToken cancellationToken) =>
        pardons.ForgetAsync([.. SignInBounds(client, email).Where(bound => bound.Bound != FromNetwork).Select(bound => bound.Key)], cancellationToken);

    public Task<Refusal.Later?> ForgotPasswordAsync(Client client, string email, CancellationToken cancellationToken) => TakeAsync(
        [
            (Key(ForgottenFromNetwork.Name, client.Network), ForgottenFromNetwork),
            (Key(Forgotten.Name, User.Normalize(EmailAddress.Read(email) ?? email)), Forgotten),
        ],
        "",
        cancellationToken);

    public Task<Refusal.Later?> PresentPasswordAsync(Guid userId, CancellationToken cancellationToken) =>
        TakeAsync([(Key(PresentPasswords.Name, userId.ToString()), PresentPasswords)], "", cancellationToken);

    public Task<Refusal.Later?> SecondFactorAsync(Guid userId, Client client, CancellationToken cancellationToken) => TakeAsync(
        [
            (Key(CodesFromNetwork.Name, $"{userId} {client.Network}"), CodesFromNetwork),
            (Key(Codes.Name, userId.ToString()), Codes),
        ],
        "",
        cancellationToken);

    /// <summary>A passkey cannot be guessed; the bound spares us the work.</summary>
    public Task<Refusal.Later?> PasskeyAsync(Client client, CancellationToken cancellationToken) =>
        TakeAsync([(Key(FromNetwork.Name, client.Network), FromNetwork)], "", cancellationToken);

    public Task PasskeyWorkedAsync(Client client, CancellationToken cancellationToken) =>
        pardons.GiveBackAsync([Key(FromNetwork.Name, client.Network)], cancellationToken);

    public Task<Refusal.Later?> SignUpAsync(Client client, string email, CancellationToken cancellationToken) => TakeAsync(
        [
            (Key("signup", client.Network), new Bound("signup", signUps.PerHour, TimeSpan.FromHours(1))),
            (Key(Mailed.Name, User.Normalize(email)), Mailed),
        ],
        "",
        cancellationToken);

    public Task<Refusal.Later?> VerificationMailAsync(string email, CancellationToken cancellationToken) =>
        TakeAsync([(Key(Mailed.Name, User.Normalize(email)), Mailed)], "", cancellationToken);

    public Task<Refusal.Later?> SetUpAsync(Client client, CancellationToken cancellationToken) =>
        TakeAsync([(Key(SetUpCodes.Name, client.Network), SetUpCodes)], "", cancellationToken);

    /// <summary>For what is silently left out when it was done too often.</summary>
    public async Task<bool> AllowAsync(string name, string about, int permits, TimeSpan window, CancellationToken cancellationToken) =>
        !(await counters.TakeAsync(Key(name, about), permits, window, cancellationToken)).IsExceeded;

    private static IEnumerable<(string Key, Bound Bound)> SignInBounds(Client client, string email)
    {
        var account = User.Normalize(EmailAddress.Read(email) ?? email);
        return OnAccountFromNetwork.Select(bound => (Key(bound.Name, $"{account} {client.Network}"), bound))
            .Prepend((Key(FromNetwork.Name, client.Network), FromNetwork))
            .Append((Key(OnAccount.Name, account), OnAccount));
    }

    private async Task<Refusal.Later?> TakeAsync(
        IEnumerable<(string Key, Bound Bound)> bounds, string otherwise, CancellationToken cancellationToken)
    {
        foreach (var (key, bound) in bounds)
        {
            var limit = await counters.TakeAsync(key, bound.Permits, bound.Window, cancellationToken);
            await limit.RecordAsync(incidents, bound.Name);
            if (limit.IsExceeded)
            {
                var minutes = (int)Math.Ceiling(limit.ResetsIn.TotalMinutes);
                return limit.Refuse($"Too many tries. Wait {minutes} {(minutes == 1 ? "minute" : "minutes")}{otherwise}.");
            }
        }

        return null;
    }

    private static string Key(string name, string about) => RateCounters.KeyOf(name, about);

    private sealed record Bound(string Name, int Permits, TimeSpan Window);
}
