using Npgsql;

namespace Helpdesk.Platform.CheckUps;

internal sealed class DatabaseCheckUp(NpgsqlDataSource dataSource) : ICheckUp
{
    private const int OldestVersion = 15;

    public string Name => "Database";

    public string Affects => "Everything.";

    public async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
            return connection.PostgreSqlVersion.Major < OldestVersion
                ? Finding.Broken(
                    $"PostgreSQL {connection.PostgreSqlVersion} is too old.",
                    $"Use PostgreSQL {OldestVersion} or newer.")
                : Finding.Good($"PostgreSQL {connection.PostgreSqlVersion} answers.");
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException or InvalidOperationException)
        {
            return Finding.Broken(
                $"It cannot be reached: {exception.Message}",
                "Check ConnectionStrings__Helpdesk, and that PostgreSQL runs and lets this machine in.");
        }
    }
}
