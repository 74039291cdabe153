using Npgsql;
using NpgsqlTypes;

namespace Helpdesk.Bench;

/// <summary>The people of the database: those who are there, and those who are copied into it.</summary>
internal static class Company
{
    public static async Task<People> CopyAsync(NpgsqlDataSource dataSource, int count, int seed, DateTime now)
    {
        await using var connection = await dataSource.OpenConnectionAsync();
        var present = new List<Person>();
        await using (var command = new NpgsqlCommand("select id, name, email from auth.users where role > 0", connection))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                present.Add(new Person(reader.GetGuid(0), reader.GetString(1), reader.GetString(2)));
            }
        }

        var people = new People(new Random(seed), count, present);
        await CopyUsersAsync(connection, people, now);
        foreach (var (id, name) in people.Teams)
        {
            await using var team = new NpgsqlCommand("insert into auth.teams (id, name, assignment, created_at) values ($1, $2, 0, now())", connection);
            team.Parameters.Add(new() { Value = id });
            team.Parameters.Add(new() { Value = name });
            await team.ExecuteNonQueryAsync();
        }

        return people;
    }

    private static async Task CopyUsersAsync(NpgsqlConnection connection, People people, DateTime now)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            """
            copy auth.users (id, name, role, time_zone, language, theme, created_at, user_name, normalized_user_name, email, normalized_email,
                email_confirmed, security_stamp, concurrency_stamp, two_factor_enabled, lockout_enabled, access_failed_count) from stdin (format binary)
            """);
        for (var i = people.Present; i < people.All.Count; i++)
        {
            var person = people.All[i];
            await copy.StartRowAsync();
            await copy.WriteAsync(person.Id);
            await copy.WriteAsync(person.Name);
            await copy.WriteAsync(i < people.AgentCount ? 1 : 0);
            await copy.WriteAsync("Europe/Vienna");
            await copy.WriteAsync("en");
            await copy.WriteAsync("system");
            await copy.WriteAsync(now.AddYears(-4), NpgsqlDbType.TimestampTz);
            await copy.WriteAsync(person.Email);
            await copy.WriteAsync(person.Email.ToUpperInvariant());
            await copy.WriteAsync(person.Email);
            await copy.WriteAsync(person.Email.ToUpperInvariant());
            await copy.WriteAsync(true);
            await copy.WriteAsync(person.Id.ToString("N"));
            await copy.WriteAsync(person.Id.ToString("N"));
            await copy.WriteAsync(false);
            await copy.WriteAsync(false);
            await copy.WriteAsync(0);
        }

        await copy.CompleteAsync();
    }
}
