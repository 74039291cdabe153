using Helpdesk.IntegrationTests.Kit;
using static Helpdesk.IntegrationTests.Email.SendingTests;

namespace Helpdesk.IntegrationTests.Email;

/// <summary>What becomes of a mail when the mail server says no, says nothing, or goes away.</summary>
public sealed class TroubleTests(MailSite site) : IClassFixture<MailSite>, IAsyncLifetime
{
    private static readonly TimeSpan PastTheFirstRetry = TimeSpan.FromSeconds(40);

    public async ValueTask InitializeAsync() => await site.StartAfreshAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("connect")]
    [InlineData("sender")]
    [InlineData("recipient")]
    [InlineData("answer")]
    public async Task A_mail_that_is_put_off_comes_later_as_the_same_mail(string at)
    {
        var to = NewAddress();
        await site.Mail.SetFaultsAsync(new Fault(at) { Code = 451, Text = "come back later", Times = 1 });
        var row = Assert.Single(await site.WriteAsync(TestMail.To(to)));

        var late = await site.WaitForAsync(row, "the mail is put off", stored => stored.LastError is not null);
        Assert.Null(late.FailedAt);
        Assert.Null(late.LockedUntil);
        Assert.InRange(late.NextAttemptAt - site.Clock.GetUtcNow(), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(36));
        Assert.Empty(await site.ArrivedAsync(to));

        site.Clock.Advance(PastTheFirstRetry);
        Assert.Equal(row.MessageId, (await site.WaitForMailAsync(to)).MessageId());
        var sent = await site.WaitForAsync(row, "the mail is marked as sent", stored => stored.SentAt is not null);
        Assert.Equal(2, sent.Attempts);
        Assert.Null(sent.LastError);
    }

    [Theory]
    [InlineData("sender")]
    [InlineData("recipient")]
    [InlineData("data")]
    public async Task A_mail_whose_connection_breaks_comes_later(string at)
    {
        var to = NewAddress();
        await site.Mail.SetFaultsAsync(new Fault(at) { Drop = true, Times = 1 });
        var row = Assert.Single(await site.WriteAsync(TestMail.To(to)));
        await site.WaitForAsync(row, "the mail is put off", stored => stored.LastError is not null);
        Assert.Empty(await site.ArrivedAsync(to));

        site.Clock.Advance(PastTheFirstRetry);
        await site.WaitForMailAsync(to);
        await site.WaitForAsync(row, "the mail is marked as sent", stored => stored.SentAt is not null);
        Assert.Single(await site.ArrivedAsync(to));
    }

    [Fact]
    public async Task A_mail_whose_answer_got_lost_is_repeated_as_the_same_mail()
    {
        var to = NewAddress();
        await site.Mail.SetFaultsAsync(new Fault("answer") { Drop = true, Times = 1 });
        var row = Assert.Single(await site.WriteAsync(TestMail.To(to)));
        await site.WaitForAsync(row, "the mail is put off", stored => stored.LastError is not null);

        site.Clock.Advance(PastTheFirstRetry);
        await site.WaitForAsync(row, "the mail is marked as sent", stored => stored.SentAt is not null);
        var arrived = await site.ArrivedAsync(to);
        Assert.Equal(2, arrived.Count);
        Assert.All(arrived, mail => Assert.Equal(row.MessageId, mail.MessageId()));
    }

    [Fact]
    public async Task A_refused_recipient_fails_at_once_and_only_this_one()
    {
        var (gone, full, fine) = (NewAddress(), NewAddress(), NewAddress());
        await site.Mail.SetFaultsAsync(
            new Fault("recipient") { For = gone, Code = 550, Text = "no such user here" },
            new Fault("recipient") { For = full, Code = 452, Text = "mailbox full" });
        var rows = await site.WriteAsync(
            TestMail.To(gone) with { Secrets = new Dictionary<string, string> { ["token"] = "wipe-me" } }, TestMail.To(full), TestMail.To(fine));

        var failed = await site.WaitForAsync(rows[0], "the mail fails", stored => stored.FailedAt is not null);
        Assert.Equal(1, failed.Attempts);
        Assert.Contains("no such user here", failed.LastError, StringComparison.Ordinal);
        Assert.Null(failed.Secrets);
        var late = await site.WaitForAsync(rows[1], "the mail is put off", stored => stored.LastError is not null);
        Assert.Null(late.FailedAt);
        Assert.Contains("mailbox full", late.LastError, StringComparison.Ordinal);
        await site.WaitForMailAsync(fine);
        Assert.DoesNotContain(gone, site.Log.Text, StringComparison.Ordinal);
        await site.Mail.SetFaultsAsync();
    }

    [Fact]
    public async Task A_server_that_refuses_us_does_not_condemn_the_mails()
    {
        var to = NewAddress();
        await site.Mail.SetFaultsAsync(new Fault("sender") { Code = 550, Text = "we do not know you", Times = 1 });
        var row = Assert.Single(await site.WriteAsync(TestMail.To(to)));
        var late = await site.WaitForAsync(row, "the mail is put off", stored => stored.LastError is not null);
        Assert.Null(late.FailedAt);

        site.Clock.Advance(PastTheFirstRetry);
        await site.WaitForMailAsync(to);
    }

    [Fact]
    public async Task After_the_last_attempt_a_mail_rests_as_failed_with_the_reason()
    {
        var to = NewAddress();
        await site.Mail.SetFaultsAsync(new Fault("recipient") { For = to, Code = 450, Text = "greylisted for ever" });
        var row = Assert.Single(await site.WriteAsync(TestMail.To(to) with { Secrets = new Dictionary<string, string> { ["token"] = "wipe-me" } }));
        var since = site.Clock.GetUtcNow();
        for (var attempt = 1; attempt < 8; attempt++)
        {
            var late = await site.WaitForAsync(row, $"attempt {attempt} is over", stored => stored.Attempts == attempt && stored.LockedUntil is null);
            Assert.Null(late.FailedAt);
            Assert.NotNull(late.Secrets);
            site.Clock.Advance(late.NextAttemptAt - site.Clock.GetUtcNow());
        }

        var failed = await site.WaitForAsync(row, "the mail fails", stored => stored.FailedAt is not null);
        Assert.Equal(8, failed.Attempts);
        Assert.Contains("greylisted for ever", failed.LastError, StringComparison.Ordinal);
        Assert.Null(failed.Secrets);
        Assert.InRange(site.Clock.GetUtcNow() - since, TimeSpan.FromHours(18), TimeSpan.FromHours(30));
        await site.Mail.SetFaultsAsync();
    }

    [Fact]
    public async Task A_poisoned_mail_is_its_own_trouble()
    {
        var (poisoned, unknown, unreachable) = (NewAddress(), NewAddress(), "Eve <eve@example.org>, mallory@example.org");
        var good = Enumerable.Range(0, 10).Select(_ => NewAddress()).ToList();
        var rows = await site.WriteAsync(
        [
            TestMail.To(poisoned, new { trouble = "poison" }) with { Secrets = new Dictionary<string, string> { ["token"] = "hush-hush" } },
            TestMail.To(unknown) with { Kind = "from-the-future" },
            TestMail.To(unreachable),
            .. good.Select(address => TestMail.To(address)),
        ]);

        foreach (var address in good)
        {
            await site.WaitForMailAsync(address);
        }

        var late = await site.WaitForAsync(rows[0], "the poisoned mail is put off", stored => stored.LastError is not null);
        Assert.Equal("InvalidOperationException", late.LastError);
        Assert.Null(late.FailedAt);
        late = await site.WaitForAsync(rows[1], "the unknown mail is put off", stored => stored.LastError is not null);
        Assert.Contains("from-the-future", late.LastError, StringComparison.Ordinal);
        var failed = await site.WaitForAsync(rows[2], "the mail without an address fails", stored => stored.FailedAt is not null);
        Assert.Contains("not one bare address", failed.LastError, StringComparison.Ordinal);
        Assert.DoesNotContain("hush-hush", site.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await site.Mail.MailsAsync(), mail => mail.To.Any(to => to.Contains("eve@", StringComparison.Ordinal) || to.Contains("mallory@", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_mail_that_brings_the_sender_down_each_time_is_given_up()
    {
        var to = NewAddress();
        var row = Assert.Single(await site.WriteAsync(TestMail.To(to) with { NotBefore = site.Clock.GetUtcNow().AddMinutes(5) }));
        await site.ExecuteAsync($"update platform.outbox set attempts = 8 where id = '{row.Id}'");
        site.Clock.Advance(TimeSpan.FromMinutes(6));

        var failed = await site.WaitForAsync(row, "the mail is given up", stored => stored.FailedAt is not null);
        Assert.Contains("Every attempt ended without a word", failed.LastError, StringComparison.Ordinal);
        Assert.Empty(await site.ArrivedAsync(to));
    }

    [Fact]
    public async Task A_server_that_never_answers_holds_up_nobody_else()
    {
        var slow = NewAddress();
        await site.Mail.SetFaultsAsync(new Fault("recipient") { For = slow, Hold = true, Times = 1 });
        var row = Assert.Single(await site.WriteAsync(TestMail.To(slow)));
        await site.Mail.WaitForHeldAsync("recipient");
        var fine = NewAddress();
        await site.WriteAsync(TestMail.To(fine));
        await site.WaitForMailAsync(fine);

        // The five seconds of patience are real ones.
        var late = await site.WaitForAsync(row, "the sender loses patience", stored => stored.LastError is not null);
        Assert.Null(late.FailedAt);
        await site.Mail.ReleaseAsync();
        site.Clock.Advance(PastTheFirstRetry);
        await site.WaitForMailAsync(slow);
    }

    [Fact]
    public async Task A_slow_sender_does_not_overwrite_what_the_next_one_did()
    {
        var to = NewAddress();
        await site.Mail.SetFaultsAsync(new Fault("answer") { For = to, Hold = true, Times = 1 });
        var row = Assert.Single(await site.WriteAsync(TestMail.To(to)));
        await site.Mail.WaitForHeldAsync("answer");

        // The lease runs out while the first sender still waits; the mail is taken and sent again.
        site.Clock.Advance(TimeSpan.FromSeconds(25));
        var sent = await site.WaitForAsync(row, "the second sender sent it", stored => stored.SentAt is not null);
        Assert.Equal(2, sent.Attempts);

        await site.Mail.ReleaseAsync();
        await Eventually.TrueAsync("the first sender hears that it is late", () => site.Log.Text.Contains($"{row.Id} of kind test was no longer this sender's", StringComparison.Ordinal));
        var after = await site.RowAsync(row);
        Assert.Equal((sent.SentAt, sent.Attempts, sent.LastError), (after.SentAt, after.Attempts, after.LastError));
        Assert.Equal(2, (await site.ArrivedAsync(to)).Count);
    }
}
