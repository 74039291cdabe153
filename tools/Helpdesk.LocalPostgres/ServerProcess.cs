using System.Diagnostics;
using Npgsql;

namespace Helpdesk.LocalPostgres;

/// <summary>A running postgres that ends when this process ends, however it ends.</summary>
internal sealed class ServerProcess : IDisposable
{
    // pg_ctl would leave a server behind when we are killed. This shell holds the other end of our pipe instead: the
    // pipe closes even on kill -9, and then the shell stops postgres and removes what must not stay. It asks until
    // postgres is gone: one that has only just started does not listen to signals yet, and the first would be lost.
    private const string Watcher = """
        log=$0 signal=$1 leftover=$2; shift 2
        exec 3<&0 4>&2 >/dev/null 2>&1
        "$@" </dev/null 3<&- 4>&- >>"$log" 2>&1 &
        server=$!
        { cat <&3; while kill "-$signal" "$server"; do sleep 0.2; done; } 4>&- &
        exec 3<&-
        wait "$server"; code=$?
        tail -n 15 "$log" >&4
        rm -rf "$leftover"
        exit $code
        """;

    private readonly Process shell;

    private ServerProcess(Process shell) => this.shell = shell;

    public static ServerProcess Start(string log, string stopSignal, string leftover, IEnumerable<string> postgres)
    {
        // setsid: Ctrl-C in a terminal goes to the whole process group, and the database must outlive the application.
        var start = Command.AsOwner("setsid", ["sh", "-c", Watcher, log, stopSignal, leftover, .. postgres]);
        start.RedirectStandardInput = true;
        start.RedirectStandardError = true;
        return new ServerProcess(Process.Start(start)!);
    }

    public Task WaitForExitAsync(CancellationToken cancellationToken) => shell.WaitForExitAsync(cancellationToken);

    public async Task WaitUntilReadyAsync(string connectionString, CancellationToken cancellationToken)
    {
        // Recovery after a crash may take its time; the server's end is noticed at once.
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(TimeSpan.FromMinutes(2));
        while (true)
        {
            if (shell.HasExited)
            {
                var lastWords = await shell.StandardError.ReadToEndAsync(cancellationToken);
                throw new LocalPostgresException($"PostgreSQL did not start:\n{lastWords}");
            }

            try
            {
                await using var connection = new NpgsqlConnection(connectionString);
                await connection.OpenAsync(deadline.Token);
                return;
            }
            catch (NpgsqlException)
            {
                await Task.Delay(20, deadline.Token);
            }
        }
    }

    public async Task StopAsync()
    {
        shell.StandardInput.Close();
        await shell.WaitForExitAsync();
    }

    public void Dispose() => shell.Dispose();
}
