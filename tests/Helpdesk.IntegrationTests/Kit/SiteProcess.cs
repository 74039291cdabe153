using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Helpdesk.IntegrationTests.Kit;

/// <summary>The product as it really runs: a process of its own that can be killed like one.</summary>
public sealed partial class SiteProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly Process watcher;
    private readonly ConcurrentQueue<string> lines = new();
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SiteProcess(Process process)
    {
        this.process = process;
        // Nobody reaps a site whose test run was killed; this pipe closes with us.
        watcher = Process.Start(new ProcessStartInfo("sh", ["-c", "cat >/dev/null; kill -9 \"$0\"", $"{process.Id}"]) { RedirectStandardInput = true })!;
    }

    public Uri Address => address.Task.Result;

    /// <summary>What it printed so far, for a test that fails.</summary>
    public string Output => string.Join('\n', lines);

    /// <summary>Starts it and waits until it serves. Settings are named as in configuration, such as "Mail:Drain".</summary>
    public static async Task<SiteProcess> StartAsync(string connectionString, IEnumerable<(string Name, string Value)> settings)
    {
        var site = Begin(connectionString, settings);
        try
        {
            await site.address.Task.WaitAsync(TimeSpan.FromSeconds(180));
            return site;
        }
        catch (Exception exception)
        {
            if (site.process.HasExited)
            {
                // Its last words may still be in the pipe.
                await site.process.WaitForExitAsync();
            }

            await site.DisposeAsync();
            throw new InvalidOperationException($"The site did not start:\n{site.Output}", exception);
        }
    }

    /// <summary>kill -9: nothing of it gets a chance to tidy up.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop and tells how long that took.</summary>
    public async Task<TimeSpan> StopAsync()
    {
        var since = Stopwatch.StartNew();
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync();
        return since.Elapsed;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        watcher.Kill();
        watcher.Dispose();
        process.Dispose();
    }

    private static SiteProcess Begin(string connectionString, IEnumerable<(string Name, string Value)> settings)
    {
        // With the tests' own list of assemblies, so that a test can bring kinds of mail along by a hosting start-up.
        string File(string name) => Path.Combine(AppContext.BaseDirectory, name);
        var tests = typeof(SiteProcess).Assembly.GetName().Name;
        var start = new ProcessStartInfo(
            "dotnet",
            ["exec", "--depsfile", File($"{tests}.deps.json"), "--runtimeconfig", File($"{tests}.runtimeconfig.json"), File("Helpdesk.Web.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.Combine(Repository.Root, "src", "Helpdesk.Web"),
        };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ConnectionStrings__Helpdesk"] = connectionString;
        foreach (var (name, value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var site = new SiteProcess(Process.Start(start)!);
        site.process.OutputDataReceived += (_, line) => site.Hear(line.Data);
        site.process.ErrorDataReceived += (_, line) => site.Hear(line.Data);
        site.process.EnableRaisingEvents = true;
        site.process.Exited += (_, _) => site.address.TrySetException(new InvalidOperationException("It ended."));
        site.process.BeginOutputReadLine();
        site.process.BeginErrorReadLine();
        return site;
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lines.Enqueue(line);
        if (Listening().Match(line) is { Success: true } match)
        {
            address.TrySetResult(new Uri(match.Groups[1].Value));
        }
    }

    [GeneratedRegex(@"listening on (http://[^,)\s]+)")]
    private static partial Regex Listening();
}
