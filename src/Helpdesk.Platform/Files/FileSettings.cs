using Helpdesk.Platform.Settings;
using Microsoft.Extensions.Configuration;

namespace Helpdesk.Platform.Files;

/// <summary>Where files are kept (section "Files").</summary>
internal sealed record FileSettings
{
    /// <summary>The store that new files go to: local or s3. Files that lie in the other one are still found.</summary>
    public required string Store { get; init; }

    /// <summary>The folder of the local store.</summary>
    public required string Folder { get; init; }

    /// <summary>Null when no bucket is named.</summary>
    public required S3Settings? S3 { get; init; }

    /// <summary>Null when no scanner is named: files are not held.</summary>
    public required ScannerSettings? Scanner { get; init; }

    public static FileSettings From(IConfiguration configuration)
    {
        var section = new SettingsSection(configuration);
        var s3 = S3Settings.From(section);
        var store = section["Files:Store"] ?? "local";
        if (store is not ("local" or "s3"))
        {
            throw new SettingsException($"Files__Store is \"{store}\". It must be local or s3.");
        }

        if (store == "s3" && s3 is null)
        {
            throw new SettingsException("Files__S3__Bucket is not set. With Files__Store=s3 it names the bucket that files are kept in.");
        }

        return new FileSettings
        {
            Store = store,
            Folder = Path.GetFullPath(section["Files:Folder"] ?? Path.Combine(".data", "files")),
            S3 = s3,
            Scanner = ScannerSettings.From(section),
        };
    }
}

/// <summary>A bucket of an S3-compatible store (section "Files:S3").</summary>
internal sealed record S3Settings
{
    public required string Bucket { get; init; }

    /// <summary>Null is Amazon's own, by the region.</summary>
    public required Uri? Endpoint { get; init; }

    /// <summary>The address that browsers reach the store at, when it is another one than ours.</summary>
    public required Uri? PublicEndpoint { get; init; }

    public required string Region { get; init; }

    /// <summary>The bucket stands in the path and not in the host's name.</summary>
    public required bool PathStyle { get; init; }

    public required string AccessKey { get; init; }

    public required string SecretKey { get; init; }

    public static S3Settings? From(SettingsSection section)
    {
        if (section["Files:S3:Bucket"] is not { } bucket)
        {
            return null;
        }

        var endpoint = Address(section, "Files:S3:Endpoint");
        return new S3Settings
        {
            Bucket = bucket,
            Endpoint = endpoint,
            PublicEndpoint = Address(section, "Files:S3:PublicEndpoint"),
            Region = section["Files:S3:Region"] ?? "us-east-1",
            PathStyle = section.Switch("Files:S3:PathStyle", standard: endpoint is not null),
            AccessKey = section["Files:S3:AccessKey"] ?? throw Missing("Files__S3__AccessKey"),
            SecretKey = section["Files:S3:SecretKey"] ?? throw Missing("Files__S3__SecretKey"),
        };
    }

    private static SettingsException Missing(string name) => new($"{name} is not set. The bucket in Files__S3__Bucket cannot be used without it.");

    private static Uri? Address(SettingsSection section, string key) =>
        section[key] is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.PathAndQuery == "/" ? address
        : throw new SettingsException($"{SettingsSection.NameOf(key)} is \"{text}\". It must be an address without a path, such as https://s3.example.com.");
}

/// <summary>A clamd that looks through files (section "Files:Scanner").</summary>
internal sealed record ScannerSettings(string Host, int Port)
{
    public static ScannerSettings? From(SettingsSection section) =>
        section["Files:Scanner:Host"] is { } host ? new ScannerSettings(host, section.Number("Files:Scanner:Port", standard: 3310, least: 1, most: 65_535)) : null;
}
