using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Helpdesk.Platform.CheckUps;

internal sealed class KeysCheckUp(IKeyManager keys, TimeProvider clock) : ICheckUp
{
    public string Name => "Keys";

    public string Affects => "Forms, links in mails, and secrets that are kept encrypted.";

    public Task<Finding> LookAsync(CancellationToken cancellationToken) => Task.FromResult(Look());

    private Finding Look()
    {
        try
        {
            var now = clock.GetUtcNow();
            var good = keys.GetAllKeys().Where(key => !key.IsRevoked && key.ExpirationDate > now).ToList();
            return good.Count == 0
                ? Finding.Good("There is no key yet; the first one is made when it is needed.")
                : Finding.Good(string.Create(
                    CultureInfo.InvariantCulture, $"{good.Count} in the key ring, the newest is good until {good.Max(key => key.ExpirationDate).UtcDateTime:d MMM yyyy}."));
        }
        catch (Exception exception) when (exception is DbException or TimeoutException or InvalidOperationException)
        {
            return Finding.Broken("They cannot be read while the database is away.", "Mend the database first.");
        }
    }
}
