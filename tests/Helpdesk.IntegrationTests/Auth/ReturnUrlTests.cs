using Helpdesk.IntegrationTests.Auth.Kit;
using Helpdesk.IntegrationTests.Kit;

namespace Helpdesk.IntegrationTests.Auth;

public sealed class ReturnUrlTests(AuthSite site) : IClassFixture<AuthSite>
{
    [Theory]
    [InlineData("/tickets/new", "/tickets/new")]
    [InlineData("/queue?view=mine&q=gr%C3%B6%C3%9Fe", "/queue?view=mine&q=gr%C3%B6%C3%9Fe")]
    [InlineData("/kb#top", "/kb#top")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("\\\\evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("/\r\nSet-Cookie: session=x", "/")]
    [InlineData("/%09\\evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("tickets", "/")]
    [InlineData("/größe", "/")]
    [InlineData("/signin?returnUrl=%2Fsignin", "/")]
    [InlineData("/signout", "/")]
    [InlineData("", "/")]
    public async Task Sign_in_leads_to_own_paths_alone(string wanted, string leadsTo)
    {
        var account = await site.AccountAsync();
        var browser = site.Stranger();
        using var signedIn = await browser.SignInAsync(account.Email, url: $"/signin?returnUrl={Uri.EscapeDataString(wanted)}");
        Assert.Equal(leadsTo, signedIn.Headers.Location!.OriginalString);
        using var alreadyIn = await browser.GetAsync($"/signin?returnUrl={Uri.EscapeDataString(wanted)}");
        Assert.Equal(leadsTo, alreadyIn.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task The_page_asked_for_comes_after_the_sign_in()
    {
        var account = await site.AccountAsync();
        var browser = site.Stranger();
        using var turnedAway = await browser.GetAsync("/setup/site?from=mail");
        var signIn = turnedAway.Headers.Location!.OriginalString;
        Assert.StartsWith("/signin?returnUrl=", signIn);
        using var signedIn = await browser.SignInAsync(account.Email, url: signIn);
        Assert.Equal("/setup/site?from=mail", signedIn.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_form_that_the_end_of_a_session_interrupted_goes_on_after_the_sign_in()
    {
        var account = await site.AccountAsync();
        var browser = site.Stranger();
        using var interrupted = await browser.PostAsync("/theme", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["theme"] = "dark",
            ["remark"] = "words that took long",
        }));
        var page = await interrupted.PageAsync();
        using var wrong = await browser.SubmitAsync(page, "/theme", "form[action='/signin']", ("Form.Email", account.Email), ("Form.Password", "not the right password"));
        var again = await wrong.PageAsync();
        Assert.Contains("Sign in to send your text. It is safe.", again.QuerySelector("main")!.TextContent);
        using var signedIn = await browser.SubmitAsync(again, "/signin", "main form", ("Form.Email", account.Email), ("Form.Password", Accounts.Password));
        Assert.Equal(System.Net.HttpStatusCode.TemporaryRedirect, signedIn.StatusCode);
        Assert.Equal("/held", signedIn.Headers.Location!.OriginalString);
        var held = again.QuerySelector("[name='held']")!.GetAttribute("value")!;
        using var replayed = await browser.PostAsync("/held", new FormUrlEncodedContent(new Dictionary<string, string> { ["held"] = held }));
        Assert.Contains("words that took long", (await replayed.PageAsync()).QuerySelector("main")!.TextContent);
    }
}
