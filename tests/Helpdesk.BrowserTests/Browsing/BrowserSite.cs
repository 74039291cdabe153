using System.Net;
using System.Net.Sockets;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.Playwright;
using Xunit.Sdk;

namespace Helpdesk.BrowserTests.Browsing;

/// <summary>The product on a real port, and browsers that are signed in to it.</summary>
public class BrowserSite : Site
{
    private readonly Chromium chromium;
    private readonly List<IBrowserContext> contexts = [];
    private ITest? test;

    public BrowserSite(Databases databases, Chromium chromium)
        : base(databases)
    {
        this.chromium = chromium;
        var port = FreePort();
        Address = new Uri($"http://localhost:{port}");
        Settings["App:PublicUrl"] = Address.ToString();
        UseKestrel(port);
    }

    public Uri Address { get; }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        StartServer();
        ClientOptions.BaseAddress = Address;
    }

    /// <summary>A browser of its own, signed in as the person (or nobody). It lasts until the next test of the class opens one.</summary>
    public async Task<IPage> OpenAsync(Person? person = null, BrowserNewContextOptions? options = null)
    {
        if (test != TestContext.Current.Test)
        {
            await CloseAsync();
            test = TestContext.Current.Test;
        }

        options ??= new BrowserNewContextOptions();
        options.BaseURL = Address.ToString();
        options.ReducedMotion ??= ReducedMotion.Reduce;
        var context = await chromium.Browser.NewContextAsync(options);
        contexts.Add(context);
        if (person is not null)
        {
            var equals = person.Cookie.IndexOf('=', StringComparison.Ordinal);
            await context.AddCookiesAsync(
            [
                new Microsoft.Playwright.Cookie { Name = person.Cookie[..equals], Value = person.Cookie[(equals + 1)..], Url = Address.ToString(), HttpOnly = true },
            ]);
        }

        var page = await context.NewPageAsync();
        // So that what hangs ends; a busy machine may take its time.
        page.SetDefaultTimeout(45_000);
        return page;
    }

    public override async ValueTask DisposeAsync()
    {
        await CloseAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    // Pages that stay open go on listening and asking, which is work for the machine.
    private async Task CloseAsync()
    {
        foreach (var context in contexts)
        {
            await context.CloseAsync();
        }

        contexts.Clear();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
