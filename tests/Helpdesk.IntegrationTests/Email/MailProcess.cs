using System.Net;
using System.Net.Http.Json;
using Helpdesk.IntegrationTests.Kit;
using Npgsql;

namespace Helpdesk.IntegrationTests.Email;

/// <summary>The product as a process on a database of its own, with a mail server beside it. Mails are caused by what people do: signing up.</summary>
public sealed class MailProcess : IAsyncDisposable
{
    private readonly NpgsqlDataSource database;
    private readonly string connectionString;
    private readonly List<SiteProcess> sites = [];

    private MailProcess(string connectionString, MailServer server)
    {
        this.connectionString = connectionString;
        database = NpgsqlDataSource.Create(connectionString);
        Mail = server;
        Settings = server.Settings
            .Concat([("Mail:PollSeconds", "1"), ("Mail:Smtp:TimeoutSeconds", "6"), ("Mail:LeaseSeconds", "12")])
            .ToDictionary(setting => setting.Item1, setting => setting.Item2);
    }

    public MailServer Mail { get; }

    public Dictionary<string, string> Settings { get; }

    public static async Task<MailProcess> PrepareAsync(Databases databases, params (string Name, string Value)[] mailServer) =>
        new(await databases.CreateAsync(), await MailServer.StartAsync(mailServer));

    public async Task<SiteProcess> StartAsync(params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string>(Settings);
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        var site = await SiteProcess.StartAsync(connectionString, all.Select(setting => (setting.Key, setting.Value)));
        sites.Add(site);
        return site;
    }

    /// <summary>Causes one mail to the address, in the transaction of what causes it.</summary>
    public static async Task SignUpAsync(SiteProcess site, string address)
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        using var response = await client.PostAsJsonAsync("/api/v1/auth/signup", new { email = address, name = "Priya Patel", password = "the printer hums a tune" });
        Assert.True(response.StatusCode == HttpStatusCode.Created, $"{response.StatusCode}: {await response.Content.ReadAsStringAsync()}\n{site.Output}");
    }

    public Task<long> CountAsync(string condition, string address) => NumberAsync($"select count(*) from platform.outbox where to_address = '{address}' and {condition}");

    public async Task<long> NumberAsync(string sql)
    {
        await using var command = database.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    public async Task<string> MessageIdAsync(string address)
    {
        await using var command = database.CreateCommand($"select message_id from platform.outbox where to_address = '{address}'");
        return (string)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Holds locks until it is disposed.</summary>
    public async Task<NpgsqlConnection> LockAsync(string sql)
    {
        var connection = await database.OpenConnectionAsync();
        await using var command = new NpgsqlCommand($"begin; {sql}", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>Waits until a statement that holds these words waits for a lock, and gives its server process.</summary>
    public async Task<long> WaitForBlockedAsync(string words)
    {
        long pid = 0;
        await Eventually.TrueAsync($"\"{words}\" waits for a lock", async () => (pid = await NumberAsync(
            $"select coalesce(max(pid), 0) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query ilike '%{words}%' and pid <> pg_backend_pid()")) > 0);
        return pid;
    }

    public Task WaitForSentAsync(string address) =>
        Eventually.TrueAsync($"the mail to {address} is marked as sent", async () => await CountAsync("sent_at is not null", address) == 1, seconds: 120);

    public async Task<IReadOnlyList<ArrivedMail>> ArrivedAsync(string address) =>
        [.. (await Mail.MailsAsync()).Where(mail => mail.To.Contains(address))];

    /// <summary>After this, whatever was to be sent was sent: a later mail went through the same drain.</summary>
    public async Task WaitUntilQuietAsync(SiteProcess site)
    {
        var marker = SendingTests.NewAddress();
        await SignUpAsync(site, marker);
        await WaitForSentAsync(marker);
        await Eventually.TrueAsync("nothing is due", async () => await NumberAsync("select count(*) from platform.outbox where sent_at is null and failed_at is null") == 0);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var site in sites)
        {
            await site.DisposeAsync();
        }

        await Mail.DisposeAsync();
        await database.DisposeAsync();
    }
}
