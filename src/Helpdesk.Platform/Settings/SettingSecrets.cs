using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Helpdesk.Platform.Settings;

/// <summary>Secrets as they lie in the database: encrypted with the key ring, so that a copy of the table tells nothing.</summary>
internal sealed class SettingSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("setting-secrets");

    public string Close(string secret) => protector.Protect(secret);

    /// <summary>Null when it was encrypted with keys that are no longer there.</summary>
    public string? Open(string stored)
    {
        try
        {
            return protector.Unprotect(stored);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
