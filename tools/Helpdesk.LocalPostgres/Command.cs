using System.Diagnostics;

namespace Helpdesk.LocalPostgres;

/// <summary>Starts other programs, as user postgres when we are root (PostgreSQL refuses to run as root).</summary>
internal static class Command
{
    private const string Owner = "postgres";

    public static bool DropsRoot => Environment.IsPrivilegedProcess;

    public static ProcessStartInfo AsOwner(string file, params IEnumerable<string> arguments)
    {
        var start = DropsRoot
            ? new ProcessStartInfo("setpriv", [$"--reuid={Owner}", $"--regid={Owner}", "--init-groups", file, .. arguments])
            : new ProcessStartInfo(file, arguments);

        // postgres may not be allowed to stand in our working directory, and a broken locale must not reach initdb.
        start.WorkingDirectory = "/";
        start.Environment["LC_ALL"] = "C.UTF-8";
        return start;
    }

    public static async Task GiveToOwnerAsync(string directory, CancellationToken cancellationToken)
    {
        if (DropsRoot)
        {
            await RunAsync(new ProcessStartInfo("chown", ["-h", $"{Owner}:", directory]), cancellationToken);
        }
    }

    public static async Task RunAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        var (exitCode, output) = await TryAsync(start, cancellationToken);
        if (exitCode != 0)
        {
            throw new LocalPostgresException($"{start.FileName} {string.Join(' ', start.ArgumentList)} ended with code {exitCode}:\n{output}");
        }
    }

    public static async Task<(int ExitCode, string Output)> TryAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return (process.ExitCode, (await output + await errors).Trim());
    }
}
