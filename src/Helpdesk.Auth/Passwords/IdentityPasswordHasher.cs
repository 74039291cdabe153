using Helpdesk.Auth.Model;
using Microsoft.AspNetCore.Identity;

namespace Helpdesk.Auth.Passwords;

/// <summary>Lets the framework's user manager hash as we do.</summary>
internal sealed class IdentityPasswordHasher(PasswordHashes passwords) : IPasswordHasher<User>
{
    public string HashPassword(User user, string password) => passwords.Hash(password);

    public PasswordVerificationResult VerifyHashedPassword(User user, string hashedPassword, string providedPassword) =>
        passwords.Verify(hashedPassword, providedPassword) switch
        {
            { IsRight: true, IsOutdated: true } => PasswordVerificationResult.SuccessRehashNeeded,
            { IsRight: true } => PasswordVerificationResult.Success,
            _ => PasswordVerificationResult.Failed,
        };
}
