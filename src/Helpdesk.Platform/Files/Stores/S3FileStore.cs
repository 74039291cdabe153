using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Helpdesk.Platform.Files.Serving;

namespace Helpdesk.Platform.Files.Stores;

/// <summary>Files in a bucket of any S3-compatible store; what it signs leads straight to the store.</summary>
internal sealed class S3FileStore : IFileStore, IDisposable
{
    private readonly S3Settings settings;
    private readonly AmazonS3Client client;
    // Signs for the address at which browsers reach the store; it sends nothing.
    private readonly AmazonS3Client signer;
    private readonly Protocol protocol;

    public S3FileStore(S3Settings settings)
    {
        this.settings = settings;
        client = Connect(settings, settings.Endpoint);
        var address = settings.PublicEndpoint ?? settings.Endpoint;
        signer = Connect(settings, address);
        protocol = address?.Scheme == Uri.UriSchemeHttp ? Protocol.HTTP : Protocol.HTTPS;
    }

    public string Name => FileStores.S3;

    /// <summary>Where browsers reach the bucket: scheme, host and port.</summary>
    public string Origin => new Uri(SignDownload(new DownloadOrder("origin", "origin", "text/plain", IsShownInPlace: false, DateTimeOffset.MaxValue)))
        .GetLeftPart(UriPartial.Authority);

    public Task PutAsync(string key, Stream content, string contentType, CancellationToken cancellationToken) => GuardedAsync(async () =>
    {
        await client.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = settings.Bucket,
                Key = key,
                InputStream = content,
                ContentType = contentType,
                AutoCloseStream = false,
                AutoResetStreamPosition = false,
                // Chunks with signatures of their own are stored as content by some stores and refused by others.
                UseChunkEncoding = false,
            },
            cancellationToken);
        return true;
    });

    public Task<Stream?> OpenAsync(string key, CancellationToken cancellationToken) => GuardedAsync(async () =>
    {
        try
        {
            return (await client.GetObjectAsync(settings.Bucket, key, cancellationToken)).ResponseStream;
        }
        catch (AmazonS3Exception nothing) when (nothing.StatusCode == HttpStatusCode.NotFound && nothing.ErrorCode != "NoSuchBucket")
        {
            return null;
        }
    });

    public Task<long?> SizeAsync(string key, CancellationToken cancellationToken) => GuardedAsync(async () =>
    {
        try
        {
            return (await client.GetObjectMetadataAsync(settings.Bucket, key, cancellationToken)).ContentLength;
        }
        catch (AmazonS3Exception nothing) when (nothing.StatusCode == HttpStatusCode.NotFound)
        {
            return (long?)null;
        }
    });

    public Task DeleteAsync(string key, CancellationToken cancellationToken) => GuardedAsync(async () =>
    {
        try
        {
            await client.DeleteObjectAsync(settings.Bucket, key, cancellationToken);
        }
        catch (AmazonS3Exception nothing) when (nothing.StatusCode == HttpStatusCode.NotFound)
        {
            // Some stores say so; it is gone, and that is what was wanted.
        }

        return true;
    });

    public Task<int> DeleteOlderAsync(string folder, DateTimeOffset before, CancellationToken cancellationToken) => GuardedAsync(async () =>
    {
        var deleted = 0;
        var pages = client.Paginators.ListObjectsV2(new ListObjectsV2Request { BucketName = settings.Bucket, Prefix = folder + "/" });
        await foreach (var found in pages.S3Objects.WithCancellation(cancellationToken))
        {
            if (found.LastModified < before.UtcDateTime)
            {
                await DeleteAsync(found.Key, cancellationToken);
                deleted++;
            }
        }

        return deleted;
    });

    public string SignUpload(UploadOrder order) => signer.GetPreSignedURL(Signed(HttpVerb.PUT, order.Key, order.ExpiresAt, request =>
    {
        request.ContentType = order.ContentType;
        request.Headers.ContentLength = order.Size;
    }));

    public string SignDownload(DownloadOrder order) => signer.GetPreSignedURL(Signed(HttpVerb.GET, order.Key, order.ExpiresAt, request =>
    {
        request.ResponseHeaderOverrides.ContentType = order.ContentType;
        request.ResponseHeaderOverrides.ContentDisposition = ContentDisposition.Of(order.Name, order.IsShownInPlace);
        request.ResponseHeaderOverrides.CacheControl = "private, max-age=300";
    }));

    public Task TryOutAsync(CancellationToken cancellationToken) => GuardedAsync(async () =>
        await client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = settings.Bucket, MaxKeys = 1 }, cancellationToken));

    public void Dispose()
    {
        client.Dispose();
        signer.Dispose();
    }

    private static AmazonS3Client Connect(S3Settings settings, Uri? address)
    {
        var config = new AmazonS3Config
        {
            ForcePathStyle = settings.PathStyle,
            MaxErrorRetry = 1,
            // Who waits for a store that is away waits in front of a form.
            ConnectTimeout = TimeSpan.FromSeconds(5),
            // Stores other than Amazon's own know no checksums in trailers.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (address is null)
        {
            config.RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(settings.Region);
        }
        else
        {
            config.ServiceURL = address.ToString();
            config.AuthenticationRegion = settings.Region;
        }

        return new AmazonS3Client(new BasicAWSCredentials(settings.AccessKey, settings.SecretKey), config);
    }

    private GetPreSignedUrlRequest Signed(HttpVerb verb, string key, DateTimeOffset expiresAt, Action<GetPreSignedUrlRequest> say)
    {
        var request = new GetPreSignedUrlRequest
        {
            BucketName = settings.Bucket,
            Key = key,
            Verb = verb,
            Protocol = protocol,
            Expires = expiresAt.UtcDateTime,
        };
        say(request);
        return request;
    }

    private async Task<T> GuardedAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception exception) when (exception is AmazonClientException or AmazonServiceException or HttpRequestException or IOException)
        {
            throw new FileStoreDownException(Name, exception);
        }
    }
}
