using System.Diagnostics;
using Helpdesk.IntegrationTests.Kit;
using static Helpdesk.IntegrationTests.Email.SendingTests;

namespace Helpdesk.IntegrationTests.Email;

/// <summary>A site whose clock would let a mail wait for an hour.</summary>
public sealed class PatientMailSite(Databases databases) : MailSite(databases)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Settings["Mail:PollSeconds"] = "3600";
    }
}

/// <summary>What makes the drain look: a new mail at once, and a connection that came back.</summary>
public sealed class WakingTests(PatientMailSite site) : IClassFixture<PatientMailSite>
{
    [Fact]
    public async Task A_new_mail_wakes_the_drain_at_once()
    {
        await WarmUpAsync();
        var since = Stopwatch.StartNew();
        var to = NewAddress();
        await site.WriteAsync(TestMail.To(to));
        await site.WaitForMailAsync(to);
        Assert.True(since.Elapsed < TimeSpan.FromSeconds(3), $"It took {since.Elapsed}.");
    }

    [Fact]
    public async Task A_mail_that_came_while_the_listener_was_away_goes_out_when_it_is_back()
    {
        await WarmUpAsync();
        var to = NewAddress();
        await site.ExecuteAsync("alter table platform.outbox disable trigger tell");
        try
        {
            var row = Assert.Single(await site.WriteAsync(TestMail.To(to)));
            Assert.Equal(0, (await site.RowAsync(row)).Attempts);
        }
        finally
        {
            await site.ExecuteAsync("alter table platform.outbox enable trigger tell");
        }

        await site.ExecuteAsync("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query = 'listen helpdesk'");
        await site.WaitForMailAsync(to);
    }

    // The first mail of a process compiles the templates' way, and finds a drain that looks because it starts.
    private async Task WarmUpAsync()
    {
        var first = NewAddress();
        await site.WriteAsync(TestMail.To(first));
        await site.WaitForMailAsync(first);
        await Eventually.TrueAsync("the listener listens", async () => await site.CountAsync(
            "select count(*) from pg_stat_activity where datname = current_database() and query = 'listen helpdesk' and state = 'idle'") == 1);
    }
}

/// <summary>The net below the notifications.</summary>
public sealed class PollingTests(MailSite site) : IClassFixture<MailSite>
{
    [Fact]
    public async Task A_mail_of_which_nobody_told_is_found_by_looking()
    {
        await site.ExecuteAsync("alter table platform.outbox disable trigger tell");
        var to = NewAddress();
        await site.WriteAsync(TestMail.To(to));
        await site.WaitForMailAsync(to);
    }
}
