namespace Helpdesk.IntegrationTests.Email;

/// <summary>A mail's way from its row to the mail server, when nothing is wrong.</summary>
public sealed class SendingTests(MailSite site) : IClassFixture<MailSite>
{
    [Fact]
    public async Task A_mail_arrives_whole_and_in_both_forms()
    {
        var to = NewAddress();
        var mail = TestMail.To(to, new { subject = "[#1042] Grüße aus Wien ☕", heading = "Grüße", words = "A < B & \"C\"", markdown = "Restart it.\n\n**Then** try [this](/kb/printer)." }) with
        {
            Secrets = new Dictionary<string, string> { ["token"] = "s3cr3t" },
            Thread = "matter-7",
        };
        var row = Assert.Single(await site.WriteAsync(mail));

        var arrived = (await site.WaitForMailAsync(to)).Read();

        Assert.Equal("[#1042] Grüße aus Wien ☕", arrived.Subject);
        Assert.Equal("\"Helpdesk\" <help@example.com>", arrived["From"]);
        Assert.Equal($"\"Priya Patel\" <{to}>", arrived["To"]);
        Assert.Equal($"<{row.MessageId}>", arrived["Message-ID"]);
        Assert.Equal("<matter-7@localhost>", arrived["In-Reply-To"]);
        Assert.Equal("<matter-7@localhost>", arrived["References"]);
        Assert.Equal("auto-generated", arrived["Auto-Submitted"]);
        Assert.Equal("All", arrived["X-Auto-Response-Suppress"]);
        Assert.Equal("en", arrived["Content-Language"]);
        Assert.StartsWith("multipart/alternative", arrived["Content-Type"], StringComparison.Ordinal);

        Assert.Contains("A < B & \"C\"\n\nDana Diaz, 2 Mar 2027, 14:32 UTC+01:00:\n\nRestart it.\n\nThen try this (http://localhost:8080/kb/printer).", arrived.Text, StringComparison.Ordinal);
        Assert.Contains("Confirm:\nhttp://localhost:8080/verify?token=s3cr3t\n", arrived.Text, StringComparison.Ordinal);
        Assert.Contains("Status: Open\nPriority: High\n", arrived.Text, StringComparison.Ordinal);
        Assert.Contains("\n-- \nYou get this mail because a test wants it.\nHelpdesk, http://localhost:8080/", arrived.Text, StringComparison.Ordinal);

        Assert.Contains("<html lang=\"en\"", arrived.Html, StringComparison.Ordinal);
        Assert.Contains("<p>A &lt; B &amp; &quot;C&quot;</p>", arrived.Html, StringComparison.Ordinal);
        Assert.Contains("<strong>Then</strong>", arrived.Html, StringComparison.Ordinal);
        Assert.Contains("<a class=\"button\" href=\"http://localhost:8080/verify?token=s3cr3t\">Confirm</a>", arrived.Html, StringComparison.Ordinal);
        Assert.Contains(">http://localhost:8080/verify?token=s3cr3t</a>", arrived.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_lie_encrypted_and_are_wiped_once_the_mail_is_sent()
    {
        var row = Assert.Single(await site.WriteAsync(TestMail.To(NewAddress()) with { Secrets = new Dictionary<string, string> { ["token"] = "s3cr3t-word" } }));
        Assert.NotNull(row.Secrets);
        Assert.DoesNotContain("s3cr3t", System.Text.Encoding.Latin1.GetString(row.Secrets), StringComparison.Ordinal);

        var sent = await site.WaitForAsync(row, "the mail is marked as sent", stored => stored.SentAt is not null);
        Assert.Null(sent.Secrets);
        Assert.Null(sent.LockedUntil);
        Assert.Equal(1, sent.Attempts);
    }

    [Fact]
    public async Task A_mail_that_shall_wait_waits()
    {
        var (early, late) = (NewAddress(), NewAddress());
        var rows = await site.WriteAsync(
            TestMail.To(late) with { NotBefore = site.Clock.GetUtcNow().AddMinutes(10) },
            TestMail.To(early));
        await site.WaitForMailAsync(early);
        Assert.Equal(0, (await site.RowAsync(rows[0])).Attempts);

        site.Clock.Advance(TimeSpan.FromMinutes(11));
        await site.WaitForMailAsync(late);
    }

    [Fact]
    public async Task A_mail_that_is_no_longer_worth_sending_is_not_sent()
    {
        var to = NewAddress();
        var row = Assert.Single(await site.WriteAsync(TestMail.To(to) with
        {
            NotBefore = site.Clock.GetUtcNow().AddMinutes(10),
            NotAfter = site.Clock.GetUtcNow().AddMinutes(20),
            Secrets = new Dictionary<string, string> { ["token"] = "old" },
        }));
        site.Clock.Advance(TimeSpan.FromMinutes(21));

        var failed = await site.WaitForAsync(row, "the mail is given up", stored => stored.FailedAt is not null);
        Assert.Equal("It was no longer worth sending.", failed.LastError);
        Assert.Null(failed.Secrets);
        Assert.Empty(await site.ArrivedAsync(to));
    }

    [Fact]
    public async Task A_mail_that_is_no_longer_true_is_dropped_and_is_no_failure()
    {
        var to = NewAddress();
        var row = Assert.Single(await site.WriteAsync(TestMail.To(to, new { trouble = "untrue" })));

        var dropped = await site.WaitForAsync(row, "the mail is dropped", stored => stored.DroppedAt is not null);
        Assert.Null(dropped.FailedAt);
        Assert.Null(dropped.SentAt);
        Assert.Empty(await site.ArrivedAsync(to));
    }

    [Fact]
    public async Task Mails_bear_the_name_that_the_site_has_when_they_are_sent()
    {
        await site.WithAsync<Helpdesk.Platform.Settings.ISiteSettings>(async settings =>
        {
            var before = await settings.GetAsync(CancellationToken.None);
            await settings.ChangeAsync(before with { Name = "Acme Help" }, null, CancellationToken.None);
        });
        try
        {
            var to = NewAddress();
            await site.WriteAsync(TestMail.To(to));
            var arrived = (await site.WaitForMailAsync(to)).Read();
            Assert.Equal("\"Acme Help\" <help@example.com>", arrived["From"]);
            Assert.Contains("Acme Help, http://localhost:8080/", arrived.Text, StringComparison.Ordinal);
        }
        finally
        {
            await site.WithAsync<Helpdesk.Platform.Settings.ISiteSettings>(async settings =>
            {
                var now = await settings.GetAsync(CancellationToken.None);
                await settings.ChangeAsync(now with { Name = "Helpdesk" }, null, CancellationToken.None);
            });
        }
    }

    internal static string NewAddress() => $"p{Guid.NewGuid():N}@example.org";
}
