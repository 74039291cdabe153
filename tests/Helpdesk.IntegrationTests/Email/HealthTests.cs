using System.Net;
using Helpdesk.IntegrationTests.Kit;

namespace Helpdesk.IntegrationTests.Email;

/// <summary>Whether the site may be given work does not depend on the mail server.</summary>
public sealed class HealthTests(MailSite site) : IClassFixture<MailSite>
{
    [Fact]
    public async Task A_mail_server_that_refuses_everything_leaves_the_site_ready()
    {
        await site.Mail.SetFaultsAsync(new Fault("connect") { Code = 421, Text = "go away" });
        var row = Assert.Single(await site.WriteAsync(TestMail.To(SendingTests.NewAddress())));
        await site.WaitForAsync(row, "the mail is put off", stored => stored.LastError is not null);
        using var response = await site.Browser().GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("\"outbox\":\"healthy\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
