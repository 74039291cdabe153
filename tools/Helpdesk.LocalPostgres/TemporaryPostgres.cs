using Npgsql;

namespace Helpdesk.LocalPostgres;

/// <summary>A PostgreSQL in memory for one test run; it and its files vanish with the process that started it.</summary>
public sealed class TemporaryPostgres : IAsyncDisposable
{
    private const string User = "helpdesk";
    private const long RoomNeeded = 1L << 30;

    private readonly ServerProcess server;
    private readonly string directory;
    private readonly NpgsqlDataSource maintenance;

    private TemporaryPostgres(ServerProcess server, string directory)
    {
        this.server = server;
        this.directory = directory;
        maintenance = NpgsqlDataSource.Create(ConnectionString("postgres"));
    }

    public static async Task<TemporaryPostgres> StartAsync(CancellationToken cancellationToken = default)
    {
        var binaries = await Binaries.FindAsync(major: null, cancellationToken);
        // The socket lies in this directory and its path may have 107 bytes, so the name is short.
        var directory = Path.Combine(Root(), $"pg-{Guid.NewGuid():N}"[..15]);
        await Command.RunAsync(Command.AsOwner("mkdir", "--mode=700", directory), cancellationToken);
        var data = Path.Combine(directory, "data");

        // initdb runs under the same watch as the server, so that a test run which is killed early leaves nothing either.
        // Nothing here has to survive a crash, so every guard that costs time is off.
        var server = ServerProcess.Start(
            Path.Combine(directory, "log"),
            stopSignal: "QUIT",
            leftover: directory,
            [
                "sh", "-c", $"\"$0\" --pgdata \"$1\" --username {User} --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync && shift && exec \"$@\"",
                binaries.Initdb, data,
                binaries.Postgres, "-D", data, "-k", directory, "-p", "5432", "-c", "listen_addresses=",
                "-c", "max_connections=300", "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off",
                "-c", "wal_level=minimal", "-c", "max_wal_senders=0", "-c", "autovacuum=off", "-c", "jit=off",
            ]);
        var postgres = new TemporaryPostgres(server, directory);
        try
        {
            await server.WaitUntilReadyAsync(postgres.ConnectionString("postgres", pooling: false), cancellationToken);
            return postgres;
        }
        catch
        {
            await postgres.DisposeAsync();
            throw;
        }
    }

    /// <summary>Without pooling no connection stays behind: use that to fill a database which will serve as a template.</summary>
    public string ConnectionString(string database, bool pooling = true) => new NpgsqlConnectionStringBuilder
    {
        Host = directory,
        Username = User,
        Database = database,
        Pooling = pooling,
        MaxPoolSize = 50,
        // Each test class has its own database and so its own pool; idle ones must give their connections back soon.
        ConnectionIdleLifetime = 10,
        ConnectionPruningInterval = 5,
        IncludeErrorDetail = true,
    }.ConnectionString;

    /// <summary>Copies a template; nobody may be connected to it meanwhile.</summary>
    public async Task CreateDatabaseAsync(string name, string template = "template1", CancellationToken cancellationToken = default)
    {
        // FILE_COPY is three times as fast as the default here, where the files are in memory.
        await using var command = maintenance.CreateCommand(
            $"CREATE DATABASE {Quote(name)} TEMPLATE {Quote(template)} STRATEGY FILE_COPY");
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task DropDatabaseAsync(string name, CancellationToken cancellationToken = default)
    {
        await using var command = maintenance.CreateCommand($"DROP DATABASE IF EXISTS {Quote(name)} WITH (FORCE)");
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await maintenance.DisposeAsync();
        await server.StopAsync();
        server.Dispose();
    }

    // Cloning a database takes 20 ms in memory and up to 600 ms on a disk. Containers often have only 64 MB there.
    private static string Root() =>
        Directory.Exists("/dev/shm") && new DriveInfo("/dev/shm").AvailableFreeSpace >= RoomNeeded ? "/dev/shm" : Path.GetTempPath();

    private static string Quote(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
