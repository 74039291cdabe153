using Npgsql;
using NpgsqlTypes;

namespace Helpdesk.Bench;

/// <summary>The columns of each table, in the order in which they are copied.</summary>
internal static class Rows
{
    private const int Web = 0;
    private const int PreviewLength = 120;

    public static async Task CopyTicketsAsync(NpgsqlConnection connection, IReadOnlyList<Story> stories)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            """
            copy tickets.tickets (id, number, subject, category_id, priority, status, requester_id, participant_ids, assignee_id, team_id, tags, channel,
                created_at, updated_at, touched_at, status_since, snoozed_at, first_responded_at, resolved_at, closed_at,
                last_message_preview, last_message_at, last_message_author_id, version) from stdin (format binary)
            """);
        foreach (var story in stories)
        {
            var last = story.Messages[^1];
            await copy.StartRowAsync();
            await copy.WriteAsync(story.Id);
            await copy.WriteAsync(story.Number);
            await copy.WriteAsync(story.Subject);
            await copy.WriteAsync(story.Category);
            await copy.WriteAsync(story.Priority);
            await copy.WriteAsync(story.Status);
            await copy.WriteAsync(story.Requester.Id);
            await copy.WriteAsync(story.Participants);
            await WriteAsync(copy, story.Assignee?.Id);
            await WriteAsync(copy, story.Team);
            await copy.WriteAsync(story.Tags);
            await copy.WriteAsync(Web);
            await WriteAsync(copy, story.CreatedAt);
            await WriteAsync(copy, story.LastAt);
            await WriteAsync(copy, story.LastAt);
            await WriteAsync(copy, story.ResolvedAt ?? story.CreatedAt);
            await WriteAsync(copy, story.IsSnoozed ? story.LastAt : null);
            await WriteAsync(copy, story.FirstRespondedAt);
            await WriteAsync(copy, story.ResolvedAt);
            await WriteAsync(copy, story.Status == Story.Closed ? story.ResolvedAt : null);
            await copy.WriteAsync(last.Body.ReplaceLineEndings(" ")[..Math.Min(PreviewLength, last.Body.Length)]);
            await WriteAsync(copy, last.At);
            await copy.WriteAsync(last.Author);
            await copy.WriteAsync(10);
        }

        await copy.CompleteAsync();
    }

    public static async Task CopyMessagesAsync(NpgsqlConnection connection, IReadOnlyList<Story> stories)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy tickets.messages (id, ticket_id, author_id, is_from_staff, body, channel, created_at) from stdin (format binary)");
        foreach (var story in stories)
        {
            foreach (var message in story.Messages)
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(message.Id);
                await copy.WriteAsync(story.Id);
                await copy.WriteAsync(message.Author);
                await copy.WriteAsync(message.IsFromStaff);
                await copy.WriteAsync(message.Body);
                await copy.WriteAsync(Web);
                await WriteAsync(copy, message.At);
            }
        }

        await copy.CompleteAsync();
    }

    public static async Task CopyNotesAsync(NpgsqlConnection connection, IReadOnlyList<Story> stories)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy tickets.notes (id, ticket_id, author_id, body, channel, created_at) from stdin (format binary)");
        foreach (var story in stories)
        {
            foreach (var note in story.Notes)
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(note.Id);
                await copy.WriteAsync(story.Id);
                await copy.WriteAsync(note.Author);
                await copy.WriteAsync(note.Body);
                await copy.WriteAsync(Web);
                await WriteAsync(copy, note.At);
            }
        }

        await copy.CompleteAsync();
    }

    /// <summary>As the triggers would have gathered them: what is checked afterwards.</summary>
    public static async Task GatherWordsAsync(NpgsqlConnection connection, IReadOnlyList<Story> stories)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into tickets.ticket_words (ticket_id, subject, public_words, staff_words)
            select said.id, said.subject, said.words, said.words || to_tsvector('platform.words', said.noted)
            from (
                select id, subject, noted, setweight(to_tsvector('platform.words', subject), 'A') || to_tsvector('platform.words', bodies) as words
                from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as t(id, subject, bodies, noted)
                offset 0) as said
            """,
            connection);
        command.CommandTimeout = 0;
        command.Parameters.Add(new() { Value = stories.Select(story => story.Id).ToArray() });
        command.Parameters.Add(new() { Value = stories.Select(story => story.Subject).ToArray() });
        command.Parameters.Add(new() { Value = stories.Select(story => string.Join('\n', story.Messages.Select(message => message.Body))).ToArray() });
        command.Parameters.Add(new() { Value = stories.Select(story => string.Join('\n', story.Notes.Select(note => note.Body))).ToArray() });
        await command.ExecuteNonQueryAsync();
    }

    public static async Task CopyEventsAsync(NpgsqlConnection connection, IReadOnlyList<Story> stories)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy tickets.ticket_events (id, ticket_id, kind, actor_id, at, \"from\", \"to\", is_internal) from stdin (format binary)");
        foreach (var story in stories)
        {
            foreach (var entry in story.Events)
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(entry.Id);
                await copy.WriteAsync(story.Id);
                await copy.WriteAsync(entry.Kind);
                await copy.WriteAsync(entry.Actor);
                await WriteAsync(copy, entry.At);
                await WriteAsync(copy, entry.From);
                await WriteAsync(copy, entry.To);
                await copy.WriteAsync(entry.IsInternal);
            }
        }

        await copy.CompleteAsync();
    }

    private static Task WriteAsync(NpgsqlBinaryImporter copy, DateTime? value) =>
        value is { } moment ? copy.WriteAsync(moment, NpgsqlDbType.TimestampTz) : copy.WriteNullAsync();

    private static Task WriteAsync(NpgsqlBinaryImporter copy, Guid? value) =>
        value is { } id ? copy.WriteAsync(id) : copy.WriteNullAsync();

    private static Task WriteAsync(NpgsqlBinaryImporter copy, string? value) =>
        value is null ? copy.WriteNullAsync() : copy.WriteAsync(value);
}
