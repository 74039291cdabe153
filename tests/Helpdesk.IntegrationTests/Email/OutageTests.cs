using Helpdesk.IntegrationTests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using static Helpdesk.IntegrationTests.Email.SendingTests;

namespace Helpdesk.IntegrationTests.Email;

/// <summary>A mail server that is down is nobody's illness; a drain that no longer looks is.</summary>
public sealed class OutageTests(MailSite site) : IClassFixture<MailSite>
{
    [Fact]
    public async Task Mails_wait_while_the_server_is_down_and_go_out_when_it_is_back()
    {
        var addresses = Enumerable.Range(0, 6).Select(_ => NewAddress()).ToList();
        var port = site.Mail.Port;
        _ = site.Services;
        await site.Mail.DisposeAsync();
        var rows = await site.WriteAsync([.. addresses.Select(address => TestMail.To(address))]);
        foreach (var row in rows)
        {
            var late = await site.WaitForAsync(row, "the mail is put off", stored => stored.LastError is not null);
            Assert.Null(late.FailedAt);
            Assert.Contains("refused", late.LastError, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(HealthStatus.Healthy, await HealthAsync());

        await using var server = await MailServer.StartAsync(("MAIL_PORT", $"{port}"));
        site.Clock.Advance(TimeSpan.FromSeconds(40));
        var arrived = await server.WaitForMailsAsync(addresses.Count);
        Assert.Equal(addresses.Order(), arrived.SelectMany(mail => mail.To).Order());
    }

    private async Task<HealthStatus> HealthAsync()
    {
        var report = await site.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Name == "outbox");
        return Assert.Single(report.Entries).Value.Status;
    }
}
