using Npgsql;

namespace Helpdesk.IntegrationTests.LocalPostgres;

public sealed class PrivateServerTests : IDisposable
{
    // Too long for the path of a Unix socket, and with what has to be quoted.
    private readonly string root = Path.Combine(Path.GetTempPath(), $"helpdesk {Guid.NewGuid():N}");
    private readonly string directory;

    public PrivateServerTests() => directory = Path.Combine(root, $"it's, a {new string('x', 100)}", "postgres");

    [Fact]
    public async Task Data_outlives_the_server()
    {
        await using (var first = PrivateServer.Start("run", directory))
        {
            await ExecuteAsync(await first.ReadyAsync(), "CREATE TABLE kept AS SELECT 42 AS answer");
            Assert.Equal((0, ""), await first.CloseInputAsync());
        }

        await using var second = PrivateServer.Start("run", directory);
        Assert.Equal(42, await ExecuteAsync(await second.ReadyAsync(), "SELECT answer FROM kept"));
    }

    [Fact]
    public async Task A_directory_has_one_server_and_others_may_join_it()
    {
        await using var first = PrivateServer.Start("run", directory);
        var connectionString = await first.ReadyAsync();

        await using var second = PrivateServer.Start("run", directory);
        var (exitCode, errors) = await second.EndAsync();
        Assert.Equal(2, exitCode);
        Assert.Contains("Another run already uses", errors, StringComparison.Ordinal);

        await using var guest = PrivateServer.Start("connection", directory);
        Assert.Equal(connectionString, await guest.ReadyAsync());

        await first.CloseInputAsync();
        await using var late = PrivateServer.Start("connection", directory);
        Assert.Equal((1, ""), await late.EndAsync());
    }

    [Fact]
    public async Task After_a_kill_the_next_run_starts_at_once()
    {
        await using (var killed = PrivateServer.Start("run", directory))
        {
            await ExecuteAsync(await killed.ReadyAsync(), "CREATE TABLE kept AS SELECT 42 AS answer");
            await killed.KillAsync();
        }

        await using (var next = PrivateServer.Start("run", directory))
        {
            Assert.Equal(42, await ExecuteAsync(await next.ReadyAsync(), "SELECT answer FROM kept"));
        }

        // What a machine that lost its power leaves behind, when the number belongs to another program by now.
        await File.WriteAllTextAsync(
            Path.Combine(directory, "cluster", "postmaster.pid"), $"{Environment.ProcessId}\n", TestContext.Current.CancellationToken);
        await using var last = PrivateServer.Start("run", directory);
        Assert.Equal(42, await ExecuteAsync(await last.ReadyAsync(), "SELECT answer FROM kept"));
    }

    [Fact]
    public async Task Bytes_on_the_disk_are_flushed_and_text_is_utf8()
    {
        await using var server = PrivateServer.Start("run", directory);
        var connectionString = await server.ReadyAsync();
        Assert.Equal("on", await ExecuteAsync(connectionString, "SHOW fsync"));
        Assert.Equal("UTF8", await ExecuteAsync(connectionString, "SHOW server_encoding"));
        Assert.Equal("äöß", await ExecuteAsync(connectionString, "SELECT lower('ÄÖß')"));
    }

    public void Dispose()
    {
        if (Directory.Exists(root))
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static async Task<object?> ExecuteAsync(string connectionString, string sql)
    {
        var options = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        await using var source = NpgsqlDataSource.Create(options);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
