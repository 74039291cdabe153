using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Helpdesk.Auth.SecondFactor;

/// <summary>Makes the keys that authenticator apps share with us, and keeps them encrypted.</summary>
internal sealed class FactorKeys(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("second-factor");

    public byte[] Create() => protector.Protect(RandomNumberGenerator.GetBytes(Totp.KeyLength));

    public byte[] Open(byte[] protectedKey) => protector.Unprotect(protectedKey);

    /// <summary>What the QR code says and what apps take: name of the site, address of the account, key.</summary>
    public static string AddressFor(string site, string account, string key) =>
        $"otpauth://totp/{Uri.EscapeDataString(site)}:{Uri.EscapeDataString(account)}?secret={key}&issuer={Uri.EscapeDataString(site)}";
}
