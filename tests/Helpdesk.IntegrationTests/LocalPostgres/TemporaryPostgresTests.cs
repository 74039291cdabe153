using Helpdesk.LocalPostgres;
using Npgsql;

namespace Helpdesk.IntegrationTests.LocalPostgres;

public sealed class TemporaryPostgresTests
{
    [Fact]
    public async Task It_leaves_nothing_behind()
    {
        string directory;
        await using (var postgres = await TemporaryPostgres.StartAsync(TestContext.Current.CancellationToken))
        {
            directory = new NpgsqlConnectionStringBuilder(postgres.ConnectionString("postgres")).Host!;
            Assert.True(Directory.Exists(directory));

            await postgres.CreateDatabaseAsync("one \"quoted\"", cancellationToken: TestContext.Current.CancellationToken);
            await postgres.DropDatabaseAsync("one \"quoted\"", TestContext.Current.CancellationToken);
        }

        Assert.False(Directory.Exists(directory));
    }
}
