using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Helpdesk.Auth.SignUp;

/// <summary>What the page after a sign-up knows; handed to the browser encrypted, so that it tells nothing and cannot be made up.</summary>
internal sealed record SignUpTicket(Guid Id, string Email, DateTimeOffset SentAt);

internal sealed class SignUpTickets(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("sign-up-ticket");

    public string UrlOf(SignUpTicket ticket) =>
        "/signup/sent?ticket=" + WebEncoders.Base64UrlEncode(protector.Protect(JsonSerializer.SerializeToUtf8Bytes(ticket)));

    public SignUpTicket? Read(string? text)
    {
        try
        {
            return JsonSerializer.Deserialize<SignUpTicket>(protector.Unprotect(WebEncoders.Base64UrlDecode(text ?? "")));
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
