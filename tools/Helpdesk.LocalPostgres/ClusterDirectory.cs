namespace Helpdesk.LocalPostgres;

/// <summary>What lies in the directory given as --data, and who may read it.</summary>
internal sealed record ClusterDirectory(string Path)
{
    // postgres may have no right to enter the checkout's parents (/root, say), and opening somebody's home to it is not
    // ours to do. The data then lies here and --data becomes a link to it.
    private const string RootsPlace = "/var/lib/helpdesk";
    private const int LongestSocketPath = 107;

    public string Cluster => System.IO.Path.Combine(Path, "cluster");

    public string Log => System.IO.Path.Combine(Path, "log");

    public string LockFile => System.IO.Path.Combine(Path, "lock");

    public string ConnectionFile => System.IO.Path.Combine(Path, "connection");

    public string PidFile => System.IO.Path.Combine(Cluster, "postmaster.pid");

    public string VersionFile => System.IO.Path.Combine(Cluster, "PG_VERSION");

    private string UsualSocketDirectory => System.IO.Path.Combine(Path, "socket");

    public static async Task<ClusterDirectory> PrepareAsync(string path, CancellationToken cancellationToken)
    {
        path = System.IO.Path.GetFullPath(path);
        var parent = System.IO.Path.GetDirectoryName(path) ?? path;
        Directory.CreateDirectory(parent);
        if (Command.DropsRoot && !Directory.Exists(path) && !await OwnerCanAsync("-x", parent, cancellationToken))
        {
            var place = System.IO.Path.Combine(RootsPlace, $"postgres-{Guid.NewGuid():N}"[..21]);
            Directory.CreateDirectory(place);
            // A link whose target is gone still exists for the file system.
            File.Delete(path);
            Directory.CreateSymbolicLink(path, place);
        }

        Directory.CreateDirectory(path);
        var (_, real) = await Command.TryAsync(new("realpath", [path]), cancellationToken);
        var directory = new ClusterDirectory(real);
        if (!Directory.Exists(directory.Cluster))
        {
            await Command.GiveToOwnerAsync(real, cancellationToken);
        }

        var test = Directory.Exists(directory.Cluster) ? directory.Cluster : real;
        if (!await OwnerCanAsync("-O", test, cancellationToken))
        {
            throw new LocalPostgresException(
                $"{test} belongs to another user. Run this as that user, or set HELPDESK_DATA to a directory of your own.");
        }

        await Command.RunAsync(Command.AsOwner("chmod", "700", real), cancellationToken);
        return directory;
    }

    /// <summary>The directory of the Unix socket: inside, or where the path would be too long, a new one in /tmp.</summary>
    public async Task<string> MakeSocketDirectoryAsync(CancellationToken cancellationToken)
    {
        var inside = UsualSocketDirectory;
        if (!FitsSocket(inside))
        {
            var elsewhere = $"/tmp/helpdesk-{Guid.NewGuid():N}"[..26];
            await Command.RunAsync(Command.AsOwner("mkdir", "--mode=700", elsewhere), cancellationToken);
            return elsewhere;
        }

        // Whoever holds the lock file is alone here, so a socket that is still there belongs to a server that was killed.
        if (Directory.Exists(inside))
        {
            Directory.Delete(inside, recursive: true);
        }

        await Command.RunAsync(Command.AsOwner("mkdir", "--mode=700", inside), cancellationToken);
        return inside;
    }

    public bool Contains(string socketDirectory) => socketDirectory == UsualSocketDirectory;

    // PostgreSQL splits the list of socket directories at commas, and Npgsql reads a colon as the start of a port.
    private static bool FitsSocket(string directory) =>
        System.Text.Encoding.UTF8.GetByteCount(directory + "/.s.PGSQL.5432") <= LongestSocketPath
        && !directory.Any(",:;\"'\\".Contains);

    private static async Task<bool> OwnerCanAsync(string test, string path, CancellationToken cancellationToken) =>
        (await Command.TryAsync(Command.AsOwner("test", test, path), cancellationToken)).ExitCode == 0;
}
