using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Helpdesk.Platform.Http.Limits;

/// <summary>Counts tries in PostgreSQL, so that all instances keep one limit. For what is rare and worth guarding, such as sign-ins.</summary>
public sealed class RateCounters(NpgsqlDataSource dataSource, TimeProvider clock)
{
    private const string Take =
        """
        insert into platform.rate_counters as held (key, count, window_ends_at) values ($1, 1, $2)
        on conflict (key) do update set
            count = case when held.window_ends_at <= $3 then 1 else least(held.count, 1000000) + 1 end,
            window_ends_at = case when held.window_ends_at <= $3 then excluded.window_ends_at else held.window_ends_at end
        returning count, window_ends_at
        """;

    /// <summary>Counts one try. A key that holds an address of any kind is made with <see cref="KeyOf(string, string)"/>.</summary>
    public async Task<RateLimit> TakeAsync(string key, int permits, TimeSpan window, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var command = dataSource.CreateCommand(Take);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = key });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = (now + window).UtcDateTime });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new RateLimit(permits, reader.GetInt32(0), new DateTimeOffset(reader.GetDateTime(1)) - now);
    }

    /// <summary>A key about somebody that does not tell who it is.</summary>
    public static string KeyOf(string name, string about) =>
        $"{name}:{Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(about)).AsSpan(0, 18))}";

    /// <summary>The key of the caller's network address.</summary>
    public static string KeyOf(string name, HttpContext context) =>
        KeyOf(name, new IPAddress(Caller.AddressOf(context).ToByteArray()).ToString());
}
