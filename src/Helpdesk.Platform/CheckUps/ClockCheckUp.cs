using System.Data.Common;
using System.Globalization;
using Npgsql;

namespace Helpdesk.Platform.CheckUps;

internal sealed class ClockCheckUp(NpgsqlDataSource dataSource, TimeProvider clock) : ICheckUp
{
    // Leases and lifetimes are compared between this clock and rows that other instances wrote.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    public string Name => "Clock";

    public string Affects => "When sessions end and mails are sent.";

    public async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var command = dataSource.CreateCommand("select clock_timestamp()");
            var theirs = new DateTimeOffset((DateTime)(await command.ExecuteScalarAsync(cancellationToken))!, TimeSpan.Zero);
            var difference = (clock.GetUtcNow() - theirs).Duration();
            return difference <= Tolerance
                ? Finding.Good("This machine and the database agree on the time.")
                : Finding.Broken(
                    string.Create(CultureInfo.InvariantCulture, $"This machine and the database differ by {difference.TotalSeconds:0} s."),
                    "Set both clocks by a time server.");
        }
        catch (Exception exception) when (exception is DbException or TimeoutException or InvalidOperationException)
        {
            return Finding.Broken("It cannot be compared while the database is away.", "Mend the database first.");
        }
    }
}
