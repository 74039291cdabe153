using System.Net;
using System.Net.Http.Json;
using Helpdesk.IntegrationTests.Auth.Kit;
using Helpdesk.IntegrationTests.Kit;

namespace Helpdesk.IntegrationTests.Auth;

public sealed class MeTests(AuthSite site) : IClassFixture<AuthSite>
{
    [Fact]
    public async Task A_person_reads_and_changes_themselves()
    {
        var api = site.Api(await site.AgentAsync());
        using var read = await api.GetAsync("/api/v1/auth/me");
        Assert.Equal("agent", (await read.JsonAsync()).Text("role"));
        using var changed = await api.PatchAsJsonAsync("/api/v1/auth/me", new { name = "  Dana O’Diaz ", timeZone = "Europe/Vienna", language = "en" });
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        using var again = await api.GetAsync("/api/v1/auth/me");
        var body = await again.JsonAsync();
        Assert.Equal("Dana O’Diaz", body.Text("name"));
        Assert.Equal("Europe/Vienna", body.Text("timeZone"));
        using var nothing = await api.PatchAsJsonAsync("/api/v1/auth/me", new { });
        Assert.Equal("Dana O’Diaz", (await nothing.JsonAsync()).Text("name"));
    }

    [Theory]
    [InlineData("name", "", "Enter a name.")]
    [InlineData("name", "Dana\u202Ezaid", "Name contains a character that cannot be used here.")]
    [InlineData("timeZone", "Mars/Olympus", "Choose a time zone.")]
    [InlineData("timeZone", "", "Choose a time zone.")]
    [InlineData("language", "tlh", "Choose a language.")]
    public async Task What_cannot_be_is_said_beside_the_field(string field, string value, string sentence)
    {
        var api = site.Api(await site.EmployeeAsync());
        using var answer = await api.PatchAsJsonAsync("/api/v1/auth/me", new Dictionary<string, string> { [field] = value });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(sentence, (await answer.JsonAsync()).GetProperty("errors").GetProperty(field)[0].GetString());
    }

    [Theory]
    [InlineData("role")]
    [InlineData("email")]
    [InlineData("isActive")]
    [InlineData("id")]
    public async Task What_a_person_may_not_set_is_refused(string field)
    {
        var api = site.Api(await site.EmployeeAsync());
        using var answer = await api.PatchAsJsonAsync("/api/v1/auth/me", new Dictionary<string, object> { [field] = "admin" });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var read = await api.GetAsync("/api/v1/auth/me");
        Assert.Equal("employee", (await read.JsonAsync()).Text("role"));
    }
}
