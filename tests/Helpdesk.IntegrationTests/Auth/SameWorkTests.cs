using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Helpdesk.IntegrationTests.Auth.Kit;
using Helpdesk.IntegrationTests.Kit;

namespace Helpdesk.IntegrationTests.Auth;

/// <summary>What the database is asked must not tell which addresses have an account, nor be asked for nothing.</summary>
public sealed partial class SameWorkTests(AuthSite site) : IClassFixture<AuthSite>
{
    [Fact]
    public async Task The_sign_in_page_of_a_stranger_asks_the_database_nothing()
    {
        var browser = site.Stranger();
        await browser.PageAsync("/signin");
        Assert.Empty(await Statements.OfAsync(browser, () => browser.PageAsync("/signin?returnUrl=%2Fkb")));
    }

    [Fact]
    public async Task A_request_of_a_signed_in_person_looks_its_session_up_in_one_statement()
    {
        var person = await site.EmployeeAsync();
        var browser = site.Browser(person);
        await browser.PageAsync("/signout");
        Assert.Single(await Statements.OfAsync(browser, () => browser.PageAsync("/signout")));
        var api = site.Api(person);
        Assert.Single(await Statements.OfAsync(api, () => api.GetAsync("/api/v1/auth/sessions/none")));
    }

    [Fact]
    public async Task A_sign_in_asks_the_same_for_a_known_and_an_unknown_address()
    {
        var known = (await site.AccountAsync()).Email;
        Assert.Equal(
            await ShapesAsync(api => api.LogInAsync(known, "not the right password")),
            await ShapesAsync(api => api.LogInAsync(Accounts.NewEmail(), "not the right password")));
    }

    [Fact]
    public async Task A_sign_up_asks_as_often_for_a_taken_as_for_a_free_address()
    {
        var taken = (await site.AccountAsync()).Email;
        Assert.Equal(
            (await ShapesAsync(api => api.SignUpAsync(taken))).Length,
            (await ShapesAsync(api => api.SignUpAsync(Accounts.NewEmail()))).Length);
    }

    [Fact]
    public async Task A_forgotten_password_is_looked_up_alike()
    {
        var known = (await site.AccountAsync()).Email;
        var lookUps = await ShapesAsync(api => api.PostAsJsonAsync("/api/v1/auth/forgot-password", new { email = Accounts.NewEmail() }));
        var mailed = await ShapesAsync(api => api.PostAsJsonAsync("/api/v1/auth/forgot-password", new { email = known }));
        Assert.Equal(lookUps.Length, mailed.Length);
        Assert.Equal(LookUps(lookUps), LookUps(mailed));

        static IEnumerable<string> LookUps(string[] shapes) => shapes.Where(shape => !shape.StartsWith("INSERT", StringComparison.Ordinal));
    }

    private async Task<string[]> ShapesAsync(Func<HttpClient, Task> request)
    {
        var api = site.Program();
        var statements = await Statements.OfAsync(api, () => request(api));
        Assert.NotEmpty(statements);
        return [.. statements.Select(statement => Blanks().Replace(statement, " ").Trim())];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
