using Helpdesk.IntegrationTests.Kit;
using static Helpdesk.IntegrationTests.Email.MailProcess;
using static Helpdesk.IntegrationTests.Email.SendingTests;

namespace Helpdesk.IntegrationTests.Email;

/// <summary>A site that is asked to stop ends soon, whatever its mails are doing.</summary>
public sealed class StopTests(Databases databases) : IAsyncLifetime
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    private readonly string to = NewAddress();
    private MailProcess house = default!;

    public async ValueTask InitializeAsync() => house = await PrepareAsync(databases);

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task A_mail_on_its_way_gets_there_and_no_other_is_begun()
    {
        await house.Mail.SetFaultsAsync(new Fault("answer") { For = to, Hold = true });
        var site = await house.StartAsync();
        await SignUpAsync(site, to);
        await house.Mail.WaitForHeldAsync("answer");

        var stop = site.StopAsync();
        await Eventually.TrueAsync("the site is stopping", () => site.Output.Contains("shutting down", StringComparison.Ordinal));
        await house.Mail.ReleaseAsync();
        Assert.True(await stop < Soon);
        Assert.Equal(1, await house.CountAsync("sent_at is not null and attempts = 1", to));
    }

    [Theory]
    [InlineData("Mail:Transport", "carrier-pigeon", "Mail__Transport is \"carrier-pigeon\". It must be smtp or pickup.")]
    [InlineData("Mail:Smtp:Host", "mail.example.com:587", "Mail__Smtp__Host is \"mail.example.com:587\". It must be a name or an address without a port.")]
    public async Task A_wrong_setting_ends_the_start_with_a_sentence(string name, string value, string sentence)
    {
        var wrong = await Assert.ThrowsAsync<InvalidOperationException>(() => house.StartAsync((name, value)));
        Assert.Contains(sentence, wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_does_not_keep_it_alive()
    {
        // The server greets nobody and the sender would wait for ten seconds; the site is gone before.
        await house.Mail.SetFaultsAsync(new Fault("answer") { Hold = true });
        var site = await house.StartAsync(("Mail:Smtp:TimeoutSeconds", "10"), ("Mail:LeaseSeconds", "20"));
        await SignUpAsync(site, to);
        await house.Mail.WaitForHeldAsync("answer");

        var took = await site.StopAsync();
        Assert.True(took < Soon, $"It took {took}.");
        Assert.Equal(1, await house.CountAsync("sent_at is null and failed_at is null and locked_until is not null", to));
    }
}
