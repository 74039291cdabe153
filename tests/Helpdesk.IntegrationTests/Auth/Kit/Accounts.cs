using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.Passwords;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Email;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.IntegrationTests.Auth.Kit;

internal sealed record Account(Guid Id, string Email, string Name);

internal static class Accounts
{
    public const string Password = "a lamp, a boat, a letter";

    private static int networks;

    public static string NewEmail(string name = "kim") => $"{name}.{Guid.NewGuid():N}@example.com";

    /// <summary>A browser on a network of its own, so that tests do not use up each other's tries.</summary>
    public static HttpClient Stranger(this AuthSite site) => From(site.Browser(), NewAddress());

    public static HttpClient Program(this AuthSite site) => From(site.Api(), NewAddress());

    public static HttpClient From(HttpClient client, string address)
    {
        client.DefaultRequestHeaders.Add(AuthSite.AddressHeader, address);
        return client;
    }

    public static string NewAddress()
    {
        var number = Interlocked.Increment(ref networks);
        return $"10.{number / 65536}.{number / 256 % 256}.{number % 256}";
    }

    /// <summary>An account with the password <see cref="Password"/>.</summary>
    public static async Task<Account> AccountAsync(this AuthSite site, Action<User>? change = null, Role role = Role.Employee)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var hash = await scope.ServiceProvider.GetRequiredService<PasswordHashes>().HashAsync(Password, CancellationToken.None);
        var user = User.Create(NewEmail(), "Kim Kowalski", role, site.Clock.GetUtcNow());
        user.PasswordHash = hash.Value!;
        user.EmailConfirmed = true;
        change?.Invoke(user);
        var db = scope.ServiceProvider.GetRequiredService<AuthDbContext>();
        db.Add(user);
        await db.SaveChangesAsync();
        return new Account(user.Id, user.Email!, user.Name);
    }

    public static Task<HttpResponseMessage> LogInAsync(this HttpClient api, string email, string password = Password) =>
        api.PostAsJsonAsync("/api/v1/auth/login", new { email, password });

    public static Task<HttpResponseMessage> SignInAsync(this HttpClient browser, string email, string password = Password, string url = "/signin") =>
        browser.SubmitAsync(url, "main form", ("Form.Email", email), ("Form.Password", password));

    public static Task<HttpResponseMessage> SignUpAsync(this HttpClient api, string email, string password = Password, string name = "Kim Kowalski") =>
        api.PostAsJsonAsync("/api/v1/auth/signup", new { email, password, name });

    public static Task<List<OutboxEmail>> MailsToAsync(this AuthSite site, string email) =>
        site.WithAsync<AuthDbContext, List<OutboxEmail>>(db =>
            db.Set<OutboxEmail>().Where(mail => mail.ToAddress == email).OrderBy(mail => mail.CreatedAt).ToListAsync());

    /// <summary>The token of the newest mail to the address, read as the drain would.</summary>
    public static async Task<string> TokenMailedToAsync(this AuthSite site, string email) =>
        site.TokenIn((await site.MailsToAsync(email))[^1]);

    public static string TokenIn(this AuthSite site, OutboxEmail mail)
    {
        var protector = site.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector(Outbox.SecretsPurpose);
        return JsonSerializer.Deserialize<Dictionary<string, string>>(protector.Unprotect(mail.Secrets!))!["token"];
    }

    public static Task<OutgoingMail?> ComposedAsync(this AuthSite site, OutboxEmail mail) =>
        site.Services.GetRequiredService<MailComposer>().ComposeAsync(mail, CancellationToken.None);
}
