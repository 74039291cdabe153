using System.Buffers;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Platform.Http.Json;

/// <summary>The bytes of a JSON request, read once and kept for who compares requests.</summary>
internal sealed record BufferedBody(ReadOnlyMemory<byte> Bytes);

/// <summary>Reads the JSON bodies of the API at once: bounded, and looked through for what a parser lets pass.</summary>
internal sealed class JsonBodies(RequestDelegate next)
{
    public const int MaximumBytes = 1024 * 1024;
    private const int FirstBytes = 4 * 1024;

    public Task InvokeAsync(HttpContext context) =>
        ApiPath.Is(context) && context.GetEndpoint() is not null && IsJson(context.Request.ContentType) ? ReadAsync(context) : next(context);

    private async Task ReadAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.ContentLength > MaximumBytes)
        {
            throw TooBig();
        }

        var buffer = ArrayPool<byte>.Shared.Rent((int)(request.ContentLength ?? FirstBytes) + 1);
        var original = request.Body;
        try
        {
            var length = 0;
            int read;
            while ((read = await original.ReadAsync(buffer.AsMemory(length), context.RequestAborted)) > 0)
            {
                length += read;
                if (length > MaximumBytes)
                {
                    throw TooBig();
                }

                if (length == buffer.Length)
                {
                    buffer = Grow(buffer);
                }
            }

            if (NullCharacter.IsIn(buffer.AsSpan(0, length)))
            {
                throw new NullCharacterException(NullCharacter.MemberWith(buffer.AsSpan(0, length)));
            }

            context.Features.Set(new BufferedBody(buffer.AsMemory(0, length)));
            request.Body = new MemoryStream(buffer, 0, length, writable: false);
            await next(context);
        }
        finally
        {
            request.Body = original;
            context.Features.Set<BufferedBody>(null);
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grow(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private static bool IsJson(string? contentType) =>
        contentType is not null
        && MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType is { } name
        && (name.Equals("application/json", StringComparison.OrdinalIgnoreCase) || name.EndsWith("+json", StringComparison.OrdinalIgnoreCase))
        && (type.CharSet is null || type.CharSet.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            ? true
            : throw new BadHttpRequestException("Send JSON as UTF-8.", StatusCodes.Status415UnsupportedMediaType));

    private static BadHttpRequestException TooBig() =>
        new("The body is larger than 1 MiB.", StatusCodes.Status413PayloadTooLarge);
}

/// <summary>A text of the request holds U+0000.</summary>
internal sealed class NullCharacterException(string? member)
    : BadHttpRequestException("A text contains a character that cannot be used here.")
{
    public string? Member { get; } = member;
}
