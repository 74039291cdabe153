using Helpdesk.IntegrationTests.Kit;
using static Helpdesk.IntegrationTests.Email.SendingTests;

namespace Helpdesk.IntegrationTests.Email;

/// <summary>Several instances on one outbox.</summary>
public sealed class ManyDrainsTests(MailSite site) : IClassFixture<MailSite>
{
    private const int Mails = 240;

    [Fact]
    public async Task Four_drains_send_every_mail_and_none_twice()
    {
        var addresses = Enumerable.Range(0, Mails).Select(_ => NewAddress()).ToList();
        var drains = Enumerable.Range(0, 3).Select(_ => site.WithWebHostBuilder(_ => { })).ToList();
        try
        {
            drains.ForEach(drain => _ = drain.Services);
            foreach (var some in addresses.Chunk(20))
            {
                await site.WriteAsync([.. some.Select(address => TestMail.To(address))]);
            }

            await Eventually.TrueAsync(
                "all mails are marked as sent",
                async () => await site.CountAsync("select count(*) from platform.outbox where sent_at is not null") == Mails,
                seconds: 90);
        }
        finally
        {
            foreach (var drain in drains)
            {
                await drain.DisposeAsync();
            }
        }

        var arrived = await site.Mail.MailsAsync();
        Assert.Equal(addresses.Order(), arrived.SelectMany(mail => mail.To).Order());
        Assert.Equal(0, await site.CountAsync("select count(*) from platform.outbox where attempts <> 1"));
    }
}
