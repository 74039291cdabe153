using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using Amazon.S3;
using Helpdesk.IntegrationTests.Kit;

[assembly: AssemblyFixture(typeof(FileServers))]

namespace Helpdesk.IntegrationTests.Kit;

/// <summary>A real S3 server and a real virus scanner, each started when a test first asks for it. They end with the test run, however that ends.</summary>
public sealed class FileServers : IAsyncDisposable
{
    public const string AccessKey = "test:tester";
    public const string SecretKey = "testing";

    private readonly List<Process> processes = [];
    private readonly Lazy<Task<Uri>> swift;
    private readonly Lazy<Task<int>> scanner;

    public FileServers()
    {
        swift = new(StartSwiftAsync);
        scanner = new(StartScannerAsync);
    }

    /// <summary>The port of a clamd that knows the EICAR test file.</summary>
    public Task<int> ScannerPortAsync() => scanner.Value;

    /// <summary>The settings of a bucket of one's own.</summary>
    public async Task<IReadOnlyDictionary<string, string>> BucketAsync()
    {
        var endpoint = await swift.Value;
        var bucket = $"b-{Guid.NewGuid():N}";
        using var client = new AmazonS3Client(
            new BasicAWSCredentials(AccessKey, SecretKey),
            new AmazonS3Config { ServiceURL = endpoint.ToString(), ForcePathStyle = true, AuthenticationRegion = "us-east-1" });
        await client.PutBucketAsync(bucket);
        return new Dictionary<string, string>
        {
            ["Files:S3:Endpoint"] = endpoint.ToString(),
            ["Files:S3:Bucket"] = bucket,
            ["Files:S3:AccessKey"] = AccessKey,
            ["Files:S3:SecretKey"] = SecretKey,
        };
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes)
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    /// <summary>A port that nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<Uri> StartSwiftAsync()
    {
        var port = FreePort();
        await StartAsync("swift.sh", port, FreePort(), FreePort(), FreePort());
        return new Uri($"http://127.0.0.1:{port}");
    }

    private async Task<int> StartScannerAsync()
    {
        var port = FreePort();
        await StartAsync("clamd.sh", port);
        return port;
    }

    private async Task StartAsync(string script, params int[] ports)
    {
        var folder = Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"helpdesk-{Guid.NewGuid():N}");
        var process = Process.Start(new ProcessStartInfo(
            "bash", [Path.Combine(Repository.Root, "tests", "fileserver", script), folder, .. ports.Select(port => $"{port}")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        lock (processes)
        {
            processes.Add(process);
        }

        if (await process.StandardOutput.ReadLineAsync() != "ready")
        {
            throw new InvalidOperationException($"{script} did not start. Is everything installed that eng/setup.sh --tests installs?");
        }
    }
}

/// <summary>A site that keeps its files in a bucket.</summary>
public sealed class BucketSite(Databases databases, FileServers servers) : Site(databases)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Settings["Files:Store"] = "s3";
        foreach (var (key, value) in await servers.BucketAsync())
        {
            Settings[key] = value;
        }
    }
}
