using System.Security.Cryptography;
using System.Text;
using Helpdesk.Platform.Http.Guards;
using Helpdesk.Platform.Http.Json;
using Helpdesk.Platform.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Platform.Http.Idempotency;

/// <summary>The API's side of Idempotency-Key: the same key, caller and body are carried out once and answered alike.</summary>
internal sealed class IdempotencyFilter : IEndpointFilter
{
    private const string Header = "Idempotency-Key";
    private const int LongestKey = 255;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var user = SessionIdentity.UserOf(http.User);
        if (!HttpMethods.IsPost(http.Request.Method)
            || !http.Request.Headers.TryGetValue(Header, out var header)
            || !user.IsSignedIn
            || http.Request.Path.StartsWithSegments("/api/v1/auth", StringComparison.OrdinalIgnoreCase))
        {
            return await next(context);
        }

        if (header is not [{ Length: > 0 and <= LongestKey } key] || key.Any(char.IsControl))
        {
            return Problems.Unreadable(null, $"{Header} must be one text of 1 to {LongestKey} characters.");
        }

        LetItFinish(context);
        var store = http.RequestServices.GetRequiredService<AnswerStore>();
        var row = store.NewRow(user.Id, key, HashOf(http));
        if (await store.FindAsync(row, CancellationToken.None) is { } earlier)
        {
            return AnswerFrom(earlier, row);
        }

        using var watch = new SaveWatch(http.RequestServices.GetServices<DbContext>(), row);
        object? result;
        try
        {
            result = await next(context);
        }
        catch (DbUpdateException exception) when (AnswerStore.IsRepetition(exception))
        {
            watch.Dispose();
            return await store.FindAsync(row, CancellationToken.None) is { } first
                ? AnswerFrom(first, row)
                : Problems.Of(409, "conflict", "The state does not allow it", "The same request was under way and did not end well. Send it again.");
        }

        watch.Dispose();
        return await AnswerAndKeepAsync(http, result as IResult ?? TypedResults.Ok(result), store, row, watch.IsSaved);
    }

    // A caller who repeats a request is one who gave up on the first; that one must come to its end and leave its answer.
    private static void LetItFinish(EndpointFilterInvocationContext context)
    {
        context.HttpContext.RequestAborted = CancellationToken.None;
        for (var i = 0; i < context.Arguments.Count; i++)
        {
            if (context.Arguments[i] is CancellationToken)
            {
                context.Arguments[i] = CancellationToken.None;
            }
        }
    }

    private static byte[] HashOf(HttpContext http)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}\n"));
        if (http.Features.Get<BufferedBody>() is { } body)
        {
            hash.AppendData(body.Bytes.Span);
        }

        return hash.GetHashAndReset();
    }

    private static IResult AnswerFrom(IdempotencyKey stored, IdempotencyKey asked)
    {
        if (!stored.RequestHash.AsSpan().SequenceEqual(asked.RequestHash))
        {
            return Problems.Of(409, "idempotency-key", "The state does not allow it", "This Idempotency-Key was used for another request. Take a new one.");
        }

        return stored.Status is null
            ? Problems.Of(409, "idempotency-key", "The state does not allow it", "This was carried out, but its answer is not known. Look at what is there before you send it with a new key.")
            : new ReplayedAnswer(stored);
    }

    private static async Task<IResult> AnswerAndKeepAsync(HttpContext http, IResult result, AnswerStore store, IdempotencyKey row, bool isSaved)
    {
        using var buffer = new MemoryStream();
        var original = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var writer = new StreamResponseBodyFeature(buffer);
        http.Features.Set<IHttpResponseBodyFeature>(writer);
        try
        {
            await result.ExecuteAsync(http);
            await writer.CompleteAsync();
        }
        finally
        {
            http.Features.Set(original);
        }

        if (http.Response.StatusCode is >= 200 and < 300)
        {
            if (NeverKept.IsAsked(http))
            {
                // A repetition is told that it was done, and not the secret once more.
                return new WrittenAnswer(buffer.ToArray());
            }

            row.Status = http.Response.StatusCode;
            row.Location = http.Response.Headers.Location is [{ } location] ? location : null;
            row.Body = buffer.Length == 0 ? null : buffer.ToArray();
            await store.KeepAsync(row, isSaved);
        }
        else if (isSaved)
        {
            await store.ForgetAsync(row);
        }

        return new WrittenAnswer(buffer.ToArray());
    }

    private sealed class WrittenAnswer(byte[] body) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) =>
            body.Length == 0 ? Task.CompletedTask : httpContext.Response.Body.WriteAsync(body).AsTask();
    }

    private sealed class ReplayedAnswer(IdempotencyKey stored) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.StatusCode = stored.Status!.Value;
            response.Headers["Idempotency-Replayed"] = "true";
            if (stored.Location is not null)
            {
                response.Headers.Location = stored.Location;
            }

            if (stored.Body is null)
            {
                return Task.CompletedTask;
            }

            response.ContentType = "application/json; charset=utf-8";
            response.ContentLength = stored.Body.Length;
            return response.Body.WriteAsync(stored.Body).AsTask();
        }
    }
}
