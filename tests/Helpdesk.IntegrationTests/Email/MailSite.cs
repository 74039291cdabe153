using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Email;
using Helpdesk.Platform.Email.Mailbox;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Helpdesk.IntegrationTests.Email;

/// <summary>A site that sends to a real mail server. It looks for due mails each second, so that a turned clock is soon felt.</summary>
public class MailSite(Databases databases) : Site(databases)
{
    private MailServer? server;

    public CapturedLog Log { get; } = new();

    public MailServer Mail => server ?? throw new InvalidOperationException("Not started yet.");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        server = await MailServer.StartAsync();
        foreach (var (name, value) in server.Settings)
        {
            Settings[name] = value;
        }

        Settings["Mail:PollSeconds"] = "1";
        Settings["Mail:Smtp:TimeoutSeconds"] = "5";
        Settings["Mail:LeaseSeconds"] = "20";
    }

    /// <summary>Forgets the mails and faults of the test before, whose late retries would else meet this one's.</summary>
    public async Task StartAfreshAsync()
    {
        await ExecuteAsync("delete from platform.outbox");
        await Mail.ReleaseAsync();
    }

    /// <summary>Writes mails as a use case does and gives their rows.</summary>
    public async Task<IReadOnlyList<OutboxEmail>> WriteAsync(params OutboxMail[] mails)
    {
        // The host runs from here on, and with it the drain.
        _ = Services;
        var outbox = Services.GetService(typeof(Outbox)) as Outbox;
        var rows = new List<OutboxEmail>();
        await WithAsync<PlatformDbContext>(async context =>
        {
            rows.AddRange(mails.Select(mail => outbox!.Add(context, mail)));
            await context.SaveChangesAsync();
        });
        return rows;
    }

    public Task<OutboxEmail> RowAsync(OutboxEmail row) =>
        WithAsync<PlatformDbContext, OutboxEmail>(context => context.Outbox.AsNoTracking().SingleAsync(stored => stored.Id == row.Id));

    /// <summary>Waits until the row is as it should be.</summary>
    public async Task<OutboxEmail> WaitForAsync(OutboxEmail row, string what, Func<OutboxEmail, bool> condition)
    {
        var stored = row;
        await Eventually.TrueAsync(what, async () => condition(stored = await RowAsync(row)));
        return stored;
    }

    /// <summary>What arrived for one address, oldest first.</summary>
    public async Task<IReadOnlyList<ArrivedMail>> ArrivedAsync(string address) =>
        [.. (await Mail.MailsAsync()).Where(mail => mail.To.Contains(address))];

    public async Task<ArrivedMail> WaitForMailAsync(string address)
    {
        IReadOnlyList<ArrivedMail> arrived = [];
        await Eventually.TrueAsync($"{address} got a mail", async () => (arrived = await ArrivedAsync(address)).Count > 0);
        return arrived[0];
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<long> CountAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString);
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureLogging(logging => logging.AddProvider(Log));
        new BringTestMail().Configure(builder);
    }
}

/// <summary>Reads what arrived.</summary>
internal static class ArrivedMailReading
{
    public static ReadMail Read(this ArrivedMail mail) => ReadMail.From(mail.Raw);

    public static string MessageId(this ArrivedMail mail) => mail.Read()["Message-ID"]!.Trim('<', '>');
}
