using System.Net.Http.Headers;
using System.Net.Http.Json;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.SecondFactor;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Auth.Kit;

/// <summary>An authenticator app for tests, and people who have one.</summary>
internal static class Factors
{
    /// <summary>The code that the app shows now; each call turns the clock to the next step, because a code works once.</summary>
    public static string NextCode(this AuthSite site, string key)
    {
        site.Clock.Advance(TimeSpan.FromSeconds(30));
        return Totp.Code(Bytes(key), Totp.StepAt(site.Clock.GetUtcNow()));
    }

    /// <summary>Signs in by API, sets the app up and gives its key and the recovery codes.</summary>
    public static async Task<(string Key, string[] Codes, HttpClient Api)> EnrolAsync(this AuthSite site, Account account)
    {
        var api = await site.TokenOfAsync(account);
        using var started = await api.PostAsync("/api/v1/auth/second-factor", null);
        var key = (await started.JsonAsync()).Text("key");
        using var confirmed = await api.PostAsJsonAsync("/api/v1/auth/second-factor/confirmation", new { code = site.NextCode(key) });
        confirmed.EnsureSuccessStatusCode();
        return (key, [.. (await confirmed.JsonAsync()).GetProperty("recoveryCodes").EnumerateArray().Select(code => code.GetString()!)], api);
    }

    public static async Task<HttpClient> TokenOfAsync(this AuthSite site, Account account)
    {
        var api = site.Program();
        using var answer = await api.LogInAsync(account.Email);
        answer.EnsureSuccessStatusCode();
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await answer.JsonAsync()).Text("accessToken"));
        return api;
    }

    public static Task<HttpResponseMessage> LogInAsync(this HttpClient api, string email, string password, string code) =>
        api.PostAsJsonAsync("/api/v1/auth/login", new { email, password, twoFactorCode = code });

    public static Task<User> UserAsync(this AuthSite site, Guid id) =>
        site.WithAsync<AuthDbContext, User>(db => db.Users.AsNoTracking().SingleAsync(user => user.Id == id));

    private static byte[] Bytes(string key)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(key.Select(letter => Convert.ToString(alphabet.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
