using System.Runtime.InteropServices;

namespace Helpdesk.LocalPostgres;

// Not named Program: the tests see this one and the web application's.
internal static class EntryPoint
{
    private const int WrongUse = 64;

    public static async Task<int> Main(string[] arguments)
    {
        try
        {
            switch (arguments)
            {
                case ["run", "--data", var data]:
                    return await RunAsync(data);
                case ["connection", "--data", var data]:
                    return await PrintConnectionAsync(data);
                default:
                    await Console.Error.WriteLineAsync("""
                        Usage: Helpdesk.LocalPostgres run --data DIR
                                 keeps a PostgreSQL in DIR running until standard input closes or Ctrl-C,
                                 and prints its connection string when it is ready
                               Helpdesk.LocalPostgres connection --data DIR
                                 prints the connection string of the one that runs in DIR; exit code 1 if none does
                        """);
                    return WrongUse;
            }
        }
        catch (Exception e) when (e is LocalPostgresException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 2;
        }
    }

    private static async Task<int> RunAsync(string data)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
        _ = Task.Run(() =>
        {
            Console.OpenStandardInput().CopyTo(Stream.Null);
            stop.Cancel();
        });

        try
        {
            await using var postgres = await PersistentPostgres.StartAsync(data, stop.Token);
            await Console.Out.WriteLineAsync(postgres.ConnectionString);
            await postgres.WaitForExitAsync(stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }

        throw new LocalPostgresException($"PostgreSQL ended by itself; its log is in {data}.");

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    private static async Task<int> PrintConnectionAsync(string data)
    {
        if (await PersistentPostgres.FindRunningAsync(data, CancellationToken.None) is not { } connectionString)
        {
            return 1;
        }

        await Console.Out.WriteLineAsync(connectionString);
        return 0;
    }
}
