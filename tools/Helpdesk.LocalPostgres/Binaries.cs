using System.Globalization;
using System.Text.RegularExpressions;

namespace Helpdesk.LocalPostgres;

/// <summary>A directory with PostgreSQL's server programs.</summary>
internal sealed partial record Binaries(string Directory, int Major)
{
    private const int OldestMajor = 15;
    private const string DebianRoot = "/usr/lib/postgresql";

    public string Initdb => Path.Combine(Directory, "initdb");

    public string Postgres => Path.Combine(Directory, "postgres");

    /// <summary>Finds the best set; with <paramref name="major"/> only one that can open data of that version.</summary>
    public static async Task<Binaries> FindAsync(int? major, CancellationToken cancellationToken)
    {
        var seen = new List<string>();
        foreach (var directory in Candidates())
        {
            if (await ReadMajorAsync(directory, cancellationToken) is not { } found)
            {
                continue;
            }

            seen.Add($"{found} in {directory}");
            if (found >= OldestMajor && (major is null || found == major))
            {
                return new Binaries(directory, found);
            }
        }

        var wanted = major is null ? $"PostgreSQL {OldestMajor} or newer" : $"PostgreSQL {major}, which made the existing data,";
        var have = seen.Count == 0 ? "no server programs" : string.Join(", ", seen.Distinct());
        throw new LocalPostgresException(
            $"{wanted} was not found (found: {have}). Run eng/setup.sh, or set PG_BIN to the directory that holds initdb and postgres.");
    }

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("PG_BIN") is { Length: > 0 } chosen)
        {
            // Somebody who names a directory wants that one or a refusal, never silently another version.
            return IsComplete(chosen)
                ? [Path.GetFullPath(chosen)]
                : throw new LocalPostgresException($"PG_BIN is {chosen}, but initdb and postgres are not both there.");
        }

        return OnPath().Concat(DebianVersions()).Where(IsComplete).Distinct();
    }

    // /usr/local/bin/pg_ctl is often a link into the real directory, and Debian's /usr/bin holds wrappers without initdb.
    private static IEnumerable<string> OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Select(directory => new FileInfo(Path.Combine(directory, "pg_ctl")))
            .Where(file => file.Exists)
            .Select(file => Path.GetDirectoryName((file.ResolveLinkTarget(returnFinalTarget: true) ?? file).FullName)!);

    private static IEnumerable<string> DebianVersions() =>
        System.IO.Directory.Exists(DebianRoot)
            ? System.IO.Directory.GetDirectories(DebianRoot)
                .OrderByDescending(directory => int.TryParse(Path.GetFileName(directory), out var version) ? version : 0)
                .Select(directory => Path.Combine(directory, "bin"))
            : [];

    private static bool IsComplete(string directory) =>
        File.Exists(Path.Combine(directory, "initdb")) && File.Exists(Path.Combine(directory, "postgres"));

    private static async Task<int?> ReadMajorAsync(string directory, CancellationToken cancellationToken)
    {
        var (exitCode, output) = await Command.TryAsync(
            Command.AsOwner(Path.Combine(directory, "postgres"), "--version"), cancellationToken);
        var match = VersionNumber().Match(output);
        return exitCode == 0 && match.Success ? int.Parse(match.ValueSpan, CultureInfo.InvariantCulture) : null;
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex VersionNumber();
}
