using System.Diagnostics;

namespace Helpdesk.IntegrationTests.LocalPostgres;

/// <summary>The program that keeps a database for ./run.sh, as a process of its own.</summary>
internal sealed class PrivateServer : IAsyncDisposable
{
    // From its own output: the copy beside the tests lacks what ASP.NET Core brings along there.
    private static readonly string Program = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "../../../../../tools/Helpdesk.LocalPostgres", OutputOfThisBuild, "Helpdesk.LocalPostgres.dll"));

    private static string OutputOfThisBuild => Path.Combine("bin", Path.GetRelativePath(
        Path.Combine(AppContext.BaseDirectory, "../.."), AppContext.BaseDirectory));

    private readonly Process process;

    private PrivateServer(Process process) => this.process = process;

    public static PrivateServer Start(string command, string directory) =>
        new(Process.Start(new ProcessStartInfo("dotnet", [Program, command, "--data", directory])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);

    /// <summary>The connection string that it prints when it is ready.</summary>
    public async Task<string> ReadyAsync() =>
        await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)
            ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));

    public async Task<(int ExitCode, string Errors)> EndAsync()
    {
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, errors);
    }

    public Task<(int ExitCode, string Errors)> CloseInputAsync()
    {
        process.StandardInput.Close();
        return EndAsync();
    }

    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }
}
