using System.Net;
using Helpdesk.IntegrationTests.Kit;

namespace Helpdesk.IntegrationTests.Platform;

public sealed class StartTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_api_turns_a_stranger_away_and_says_how_to_come_in()
    {
        using var response = await site.Api().GetAsync("/api/v1/auth/me");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", Assert.Single(response.Headers.WwwAuthenticate).Scheme);
    }
}
