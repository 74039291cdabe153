using Helpdesk.Auth.Data;
using Helpdesk.Auth.Passwords;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.BrowserTests.Browsing;

/// <summary>People of tests have no password until one is needed: hashing takes its time.</summary>
internal static class Passwords
{
    public const string Password = "a lamp, a boat, a letter";

    public static Task GivePasswordAsync(this BrowserSite site, Person person) => site.WithAsync<PasswordHashes>(async hashes =>
    {
        var hash = await hashes.HashAsync(Password, CancellationToken.None);
        await site.WithAsync<AuthDbContext>(db => db.Users.Where(user => user.Id == person.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.PasswordHash, hash.Value)));
    });
}
