using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Helpdesk.IntegrationTests.Kit;

/// <summary>A real SMTP server in a process of its own that does as it is told. It ends with the test run, however that ends.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private readonly Process process;
    private readonly HttpClient control;
    private bool isGone;

    private MailServer(Process process, Ports ports)
    {
        this.process = process;
        Port = ports.Smtp;
        control = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{ports.Control}") };
    }

    public int Port { get; }

    /// <summary>Set MAIL_PORT for a certain port, MAIL_KEY and MAIL_CERT for STARTTLS, MAIL_USER and MAIL_PASSWORD for AUTH.</summary>
    public static async Task<MailServer> StartAsync(params (string Name, string Value)[] environment)
    {
        var folder = Path.Combine(Repository.Root, "tests");
        Assert.True(Directory.Exists(Path.Combine(folder, "node_modules", "smtp-server")), "smtp-server is not installed: run npm ci in tests/.");
        var start = new ProcessStartInfo("node", [Path.Combine(folder, "mailserver", "server.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The mail server did not start.");
        return new MailServer(process, JsonSerializer.Deserialize<Ports>(line, JsonSerializerOptions.Web)!);
    }

    /// <summary>The settings that make the product send to this server.</summary>
    public IEnumerable<(string Name, string Value)> Settings =>
    [
        ("Mail:Transport", "smtp"),
        ("Mail:Smtp:Host", "127.0.0.1"),
        ("Mail:Smtp:Port", $"{Port}"),
        ("Mail:Smtp:StartTls", "none"),
        ("Mail:From", "help@example.com"),
        ("Mail:Drain", "true"),
    ];

    public async Task<MailServerState> StateAsync() =>
        (await control.GetFromJsonAsync<MailServerState>("/state", JsonSerializerOptions.Web))!;

    public async Task<IReadOnlyList<ArrivedMail>> MailsAsync() => (await StateAsync()).Mails;

    /// <summary>Waits until so many mails arrived, and gives all that did.</summary>
    public async Task<IReadOnlyList<ArrivedMail>> WaitForMailsAsync(int count, int seconds = 30)
    {
        IReadOnlyList<ArrivedMail> mails = [];
        await Eventually.TrueAsync($"{count} mails arrived", async () => (mails = await MailsAsync()).Count >= count, seconds);
        return mails;
    }

    /// <summary>Waits until a sender is held at the point of the conversation.</summary>
    public Task WaitForHeldAsync(string at) =>
        Eventually.TrueAsync($"a sender is held at {at}", async () => (await StateAsync()).Held.Contains(at));

    public async Task SetFaultsAsync(params Fault[] faults)
    {
        using var response = await control.PostAsJsonAsync("/faults", faults, JsonSerializerOptions.Web);
        response.EnsureSuccessStatusCode();
    }

    public async Task ReleaseAsync()
    {
        using var response = await control.PostAsync("/release", null);
        response.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        if (isGone)
        {
            return;
        }

        isGone = true;
        control.Dispose();
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private sealed record Ports(int Smtp, int Control);
}

/// <summary>What shall go wrong, and at which point: connect, sender, recipient, data or answer (see tests/mailserver).</summary>
public sealed record Fault(string At)
{
    public string? For { get; init; }

    public int? Times { get; init; }

    public int? Code { get; init; }

    public string? Text { get; init; }

    public bool Hold { get; init; }

    public bool Drop { get; init; }
}

/// <summary>What the mail server saw.</summary>
public sealed record MailServerState(IReadOnlyList<ArrivedMail> Mails, IReadOnlyList<string> Held, int Connections);

/// <summary>A message that came through to its final dot. Answer is what the server said then, or null while it holds its tongue.</summary>
public sealed record ArrivedMail(string From, IReadOnlyList<string> To, string? User, bool IsSecure, byte[] Raw, int? Answer);
