using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Helpdesk.Auth.Contracts;

namespace Helpdesk.Auth.ExportData;

/// <summary>Writes a person's archive to a stream that can only go forward.</summary>
internal sealed class ZipPersonalData : IPersonalDataArchive, IAsyncDisposable
{
    // Read by people too: indented, and letters of every script as they are. Nothing of it is ever part of a page.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private readonly List<(string Path, string About)> listed = [];
    private readonly ZipArchive zip;
    private readonly DateTimeOffset madeAt;

    private ZipPersonalData(ZipArchive zip, DateTimeOffset madeAt)
    {
        this.zip = zip;
        this.madeAt = madeAt;
    }

    public static async Task<ZipPersonalData> BeginAsync(Stream target, DateTimeOffset madeAt, CancellationToken cancellationToken) =>
        new(await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellationToken), madeAt);

    public Task AddAsync<T>(string path, string about, T value, CancellationToken cancellationToken)
    {
        listed.Add((path, about));
        return WriteAsync(path, stream => JsonSerializer.SerializeAsync(stream, value, Json, cancellationToken), cancellationToken);
    }

    public Task AddAllAsync<T>(string path, string about, IAsyncEnumerable<T> rows, CancellationToken cancellationToken)
    {
        listed.Add((path, about));
        return WriteAsync(path, stream => JsonSerializer.SerializeAsync(stream, rows, Json, cancellationToken), cancellationToken);
    }

    public Task AddFileAsync(string path, Stream content, CancellationToken cancellationToken) =>
        WriteAsync(path, stream => content.CopyToAsync(stream, cancellationToken), cancellationToken);

    /// <summary>Comes last: only then is known what is inside.</summary>
    public Task AddReadMeAsync(string siteName, CancellationToken cancellationToken)
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"Your data at {siteName}, put together on {madeAt.UtcDateTime:d MMMM yyyy} at {madeAt.UtcDateTime:HH:mm} UTC.\n\n")
            .Append("The files are JSON in UTF-8: plain text that people can read and programs too. Times are in UTC.\n\n");
        foreach (var (path, about) in listed)
        {
            text.Append(CultureInfo.InvariantCulture, $"{path}\n    {about}\n");
        }

        text.Append("\nNot inside: passwords, keys and codes, because they are kept in a form that nobody can read; what the team\n")
            .Append("notes for itself; addresses of other people.\n");
        return WriteAsync("README.txt", stream => stream.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellationToken).AsTask(), cancellationToken);
    }

    public ValueTask DisposeAsync() => zip.DisposeAsync();

    private async Task WriteAsync(string path, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = madeAt.UtcDateTime;
        await using var stream = await entry.OpenAsync(cancellationToken);
        await write(stream);
    }
}
