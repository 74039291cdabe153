using Helpdesk.IntegrationTests.Kit;
using static Helpdesk.IntegrationTests.Email.MailProcess;
using static Helpdesk.IntegrationTests.Email.SendingTests;

namespace Helpdesk.IntegrationTests.Email;

/// <summary>kill -9 at each point of a mail's way. Nothing may be lost, and a mail may come twice only when the server had it and we had not written that down; then it is the same mail.</summary>
public sealed class CrashTests(Databases databases) : IAsyncLifetime
{
    // Where nobody is killed any more, the machine may be as slow as it likes: an attempt that gave up would be one more.
    private static readonly (string Name, string Value)[] Patience = [("Mail:Smtp:TimeoutSeconds", "60"), ("Mail:LeaseSeconds", "120")];

    private readonly string to = NewAddress();
    private MailProcess house = default!;

    public async ValueTask InitializeAsync() => house = await PrepareAsync(databases);

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task Before_the_commit_there_is_neither_the_change_nor_the_mail()
    {
        var site = await house.StartAsync();
        await using (await house.LockAsync("lock table platform.outbox in share row exclusive mode"))
        {
            var signUp = SignUpAsync(site, to);
            await house.WaitForBlockedAsync("insert into platform.outbox");
            await site.KillAsync();
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => signUp);
        }

        site = await house.StartAsync();
        await house.WaitUntilQuietAsync(site);
        Assert.Equal(0, await house.CountAsync("true", to));
        Assert.Equal(0, await house.NumberAsync($"select count(*) from auth.pending_sign_ups where email = '{to}'"));
        Assert.Empty(await house.ArrivedAsync(to));

        await SignUpAsync(site, to);
        await house.WaitForSentAsync(to);
        Assert.Single(await house.ArrivedAsync(to));
    }

    [Fact]
    public async Task After_the_commit_the_mail_goes_out_at_the_next_start()
    {
        var site = await house.StartAsync(("Mail:Drain", "false"));
        await SignUpAsync(site, to);
        await site.KillAsync();
        Assert.Empty(await house.ArrivedAsync(to));

        await RestartAndExpectAsync(mails: 1, attempts: 1);
    }

    [Fact]
    public async Task After_the_claim_the_mail_goes_out_when_the_lease_has_run_out()
    {
        await KillWhileHeldAtAsync("connect");
        Assert.Equal(1, await house.CountAsync("attempts = 1 and locked_until is not null", to));
        Assert.Empty(await house.ArrivedAsync(to));

        await RestartAndExpectAsync(mails: 1, attempts: 2);
    }

    [Fact]
    public async Task In_the_middle_of_the_message_the_server_has_nothing_and_gets_it_later()
    {
        await KillWhileHeldAtAsync("data");
        Assert.Empty(await house.ArrivedAsync(to));

        await RestartAndExpectAsync(mails: 1, attempts: 2);
    }

    [Fact]
    public async Task After_the_final_dot_the_mail_is_repeated_as_the_same_mail()
    {
        await KillWhileHeldAtAsync("answer");
        Assert.Single(await house.ArrivedAsync(to));

        await RestartAndExpectAsync(mails: 2, attempts: 2);
    }

    [Fact]
    public async Task After_the_servers_yes_that_was_not_written_down_the_mail_is_repeated_as_the_same_mail()
    {
        await house.Mail.SetFaultsAsync(new Fault("recipient") { Hold = true });
        var site = await house.StartAsync();
        await SignUpAsync(site, to);
        await house.Mail.WaitForHeldAsync("recipient");
        await using (await house.LockAsync($"select 1 from platform.outbox where to_address = '{to}' for update"))
        {
            await house.Mail.ReleaseAsync();
            var blocked = await house.WaitForBlockedAsync("update platform.outbox");
            Assert.Equal(250, Assert.Single(await house.ArrivedAsync(to)).Answer);
            await site.KillAsync();
            // The statement would else be carried out after the death of the one who sent it.
            await house.NumberAsync($"select pg_terminate_backend({blocked})::int");
        }

        await RestartAndExpectAsync(mails: 2, attempts: 2);
    }

    [Fact]
    public async Task After_it_was_written_down_the_mail_is_never_repeated()
    {
        var site = await house.StartAsync(Patience);
        await SignUpAsync(site, to);
        await house.WaitForSentAsync(to);
        await site.KillAsync();

        await RestartAndExpectAsync(mails: 1, attempts: 1);
    }

    [Fact]
    public async Task A_fault_of_the_database_after_the_servers_yes_is_no_reason_to_send_again()
    {
        await house.Mail.SetFaultsAsync(new Fault("recipient") { Hold = true });
        var site = await house.StartAsync();
        await SignUpAsync(site, to);
        await house.Mail.WaitForHeldAsync("recipient");
        await using (await house.LockAsync($"select 1 from platform.outbox where to_address = '{to}' for update"))
        {
            await house.Mail.ReleaseAsync();
            var blocked = await house.WaitForBlockedAsync("update platform.outbox");
            await house.NumberAsync($"select pg_terminate_backend({blocked})::int");
        }

        await house.WaitForSentAsync(to);
        await house.WaitUntilQuietAsync(site);
        Assert.Single(await house.ArrivedAsync(to));
    }

    private async Task KillWhileHeldAtAsync(string point)
    {
        await house.Mail.SetFaultsAsync(new Fault(point) { Hold = true });
        var site = await house.StartAsync();
        await SignUpAsync(site, to);
        await house.Mail.WaitForHeldAsync(point);
        await site.KillAsync();
        await house.Mail.SetFaultsAsync();
    }

    private async Task RestartAndExpectAsync(int mails, int attempts)
    {
        var site = await house.StartAsync(Patience);
        await house.WaitForSentAsync(to);
        await house.WaitUntilQuietAsync(site);
        var arrived = await house.ArrivedAsync(to);
        Assert.Equal(mails, arrived.Count);
        var messageId = await house.MessageIdAsync(to);
        Assert.All(arrived, mail => Assert.Equal(messageId, mail.MessageId()));
        Assert.Equal(1, await house.CountAsync($"attempts = {attempts} and secrets is null and failed_at is null", to));
    }
}
