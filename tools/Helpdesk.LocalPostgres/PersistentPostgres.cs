using System.Globalization;
using Npgsql;

namespace Helpdesk.LocalPostgres;

/// <summary>A PostgreSQL whose data stays, for ./run.sh.</summary>
internal sealed class PersistentPostgres : IAsyncDisposable
{
    private const string User = "helpdesk";
    private const string Database = "helpdesk";

    private readonly FileStream directoryLock;
    private readonly ClusterDirectory directory;
    private readonly ServerProcess server;

    private PersistentPostgres(FileStream directoryLock, ClusterDirectory directory, ServerProcess server, string socketDirectory)
    {
        this.directoryLock = directoryLock;
        this.directory = directory;
        this.server = server;
        ConnectionString = ConnectionStringFor(socketDirectory, Database);
    }

    public string ConnectionString { get; }

    /// <summary>The connection string of the server that runs on this directory, if one does.</summary>
    public static async Task<string?> FindRunningAsync(string path, CancellationToken cancellationToken)
    {
        var file = new ClusterDirectory(Path.GetFullPath(path)).ConnectionFile;
        try
        {
            var connectionString = (await File.ReadAllTextAsync(file, cancellationToken)).Trim();
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(cancellationToken);
            return connectionString;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or NpgsqlException)
        {
            return null;
        }
    }

    public static async Task<PersistentPostgres> StartAsync(string path, CancellationToken cancellationToken)
    {
        var directory = await ClusterDirectory.PrepareAsync(path, cancellationToken);
        var directoryLock = Lock(directory);
        try
        {
            return await StartAsync(directory, directoryLock, cancellationToken);
        }
        catch
        {
            await directoryLock.DisposeAsync();
            throw;
        }
    }

    public Task WaitForExitAsync(CancellationToken cancellationToken) => server.WaitForExitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        File.Delete(directory.ConnectionFile);
        await server.StopAsync();
        server.Dispose();
        await directoryLock.DisposeAsync();
    }

    private static async Task<PersistentPostgres> StartAsync(
        ClusterDirectory directory, FileStream directoryLock, CancellationToken cancellationToken)
    {
        var binaries = await Binaries.FindAsync(await ReadMajorAsync(directory, cancellationToken), cancellationToken);
        await InitialiseAsync(binaries, directory, cancellationToken);
        await WaitForPredecessorAsync(directory, cancellationToken);
        var socketDirectory = await directory.MakeSocketDirectoryAsync(cancellationToken);

        // On a socket that only the owner can reach there is no port to collide with and no password to keep.
        var server = ServerProcess.Start(
            directory.Log,
            stopSignal: "INT",
            // The next run may already have made its own socket directory at the usual place: only one elsewhere is removed.
            leftover: directory.Contains(socketDirectory) ? "" : socketDirectory,
            [
                binaries.Postgres, "-D", directory.Cluster, "-k", socketDirectory, "-p", "5432",
                "-c", "listen_addresses=", "-c", "max_connections=200", "-c", "jit=off",
            ]);
        var postgres = new PersistentPostgres(directoryLock, directory, server, socketDirectory);
        try
        {
            await server.WaitUntilReadyAsync(ConnectionStringFor(socketDirectory, "postgres"), cancellationToken);
            await CreateDatabaseAsync(ConnectionStringFor(socketDirectory, "postgres"), cancellationToken);
            await File.WriteAllTextAsync(directory.ConnectionFile, postgres.ConnectionString + "\n", cancellationToken);
            return postgres;
        }
        catch
        {
            await postgres.DisposeAsync();
            throw;
        }
    }

    private static FileStream Lock(ClusterDirectory directory)
    {
        try
        {
            // The kernel gives the lock back when we die; a file that merely exists would have to be doubted.
            return new FileStream(directory.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new LocalPostgresException(
                $"Another run already uses {directory.Path}. Stop it first, or set HELPDESK_DATA to another directory.");
        }
    }

    private static async Task<int?> ReadMajorAsync(ClusterDirectory directory, CancellationToken cancellationToken) =>
        File.Exists(directory.VersionFile)
            ? int.Parse(await File.ReadAllTextAsync(directory.VersionFile, cancellationToken), CultureInfo.InvariantCulture)
            : null;

    private static async Task InitialiseAsync(Binaries binaries, ClusterDirectory directory, CancellationToken cancellationToken)
    {
        if (Directory.Exists(directory.Cluster))
        {
            return;
        }

        // Under another name until it is complete: an initdb that is killed half-way must not look like a cluster.
        var unfinished = directory.Cluster + ".new";
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        await Command.RunAsync(
            Command.AsOwner(
                binaries.Initdb,
                "--pgdata", unfinished, "--username", User, "--encoding=UTF8", "--locale=C.UTF-8",
                "--auth-local=trust", "--auth-host=reject"),
            cancellationToken);
        Directory.Move(unfinished, directory.Cluster);
    }

    // A run that was killed has its server stopping a moment longer than itself. A server that was killed leaves its
    // process number behind, and postgres would refuse to start when a process of ours has that number by now.
    private static async Task WaitForPredecessorAsync(ClusterDirectory directory, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(30));
        while (File.Exists(directory.PidFile))
        {
            var pid = (await File.ReadAllLinesAsync(directory.PidFile, cancellationToken)).FirstOrDefault() ?? "";
            if (!IsServerOf(pid, directory))
            {
                File.Delete(directory.PidFile);
                return;
            }

            try
            {
                await Task.Delay(100, deadline.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new LocalPostgresException($"A PostgreSQL (process {pid}) still runs on {directory.Cluster}. Stop it first.");
            }
        }
    }

    // postgres works in its data directory, so the kernel knows whose it is.
    private static bool IsServerOf(string pid, ClusterDirectory directory) =>
        Directory.Exists($"/proc/{pid}")
        && Directory.ResolveLinkTarget($"/proc/{pid}/cwd", returnFinalTarget: false)?.FullName == directory.Cluster;

    private static async Task CreateDatabaseAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var exists = source.CreateCommand($"SELECT 1 FROM pg_database WHERE datname = '{Database}'");
        if (await exists.ExecuteScalarAsync(cancellationToken) is null)
        {
            await using var create = source.CreateCommand($"CREATE DATABASE {Database} ENCODING 'UTF8'");
            await create.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static string ConnectionStringFor(string socketDirectory, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = socketDirectory,
        Username = User,
        Database = database,
    }.ConnectionString;
}
