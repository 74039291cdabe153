using System.Security.Cryptography;
using System.Text;
using Helpdesk.Platform.Http.Errors;
using Helpdesk.Platform.Security;
using Helpdesk.Platform.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Platform.Http.Idempotency;

/// <summary>The pages' side: a form that is sent twice does its work once, and both senders end where the first one went.</summary>
internal sealed class OncePosts : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        var user = SessionIdentity.UserOf(http.User);
        if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.HasFormContentType || !user.IsSignedIn
            || http.Features.Get<ErrorAnswer>() is not null
            || FormKeyTagHelper.KeyOf(await http.Request.ReadFormAsync(http.RequestAborted)) is not { } formKey)
        {
            await next();
            return;
        }

        http.RequestAborted = CancellationToken.None;
        var store = http.RequestServices.GetRequiredService<AnswerStore>();
        // What was written is part of the key: who goes back, changes the text and sends it means something new.
        var hash = HashOf(http.Request);
        var row = store.NewRow(user.Id, $"form:{formKey:N}:{Convert.ToHexStringLower(hash.AsSpan(0, 16))}", hash);
        if (await store.FindAsync(row, CancellationToken.None) is { } earlier)
        {
            context.Result = new SameWay(earlier.Location);
            return;
        }

        using var watch = new SaveWatch(http.RequestServices.GetServices<DbContext>(), row);
        var executed = await next();
        watch.Dispose();
        if (AnswerStore.IsRepetition(executed.Exception) && !executed.ExceptionHandled)
        {
            executed.ExceptionHandled = true;
            var first = await store.FindAsync(row, CancellationToken.None);
            SameWay.Go(http, first?.Location);
        }
        else if (watch.IsSaved && executed.Exception is null)
        {
            await KeepAsync(http.Response, store, row);
        }
    }

    private static async Task KeepAsync(HttpResponse response, AnswerStore store, IdempotencyKey row)
    {
        if (response.StatusCode >= StatusCodes.Status400BadRequest)
        {
            await store.ForgetAsync(row);
            return;
        }

        row.Status = response.StatusCode;
        row.Location = response.Headers.Location is [{ } location] ? location
            : response.Headers["HX-Redirect"] is [{ } other] ? other
            : null;
        await store.KeepAsync(row, isSaved: true);
    }

    private static byte[] HashOf(HttpRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, request.Path + request.QueryString);
        foreach (var (name, values) in request.Form)
        {
            if (name is "__RequestVerificationToken" or FormKeyTagHelper.Field)
            {
                continue;
            }

            Append(hash, name);
            foreach (var value in values)
            {
                Append(hash, value ?? "");
            }
        }

        foreach (var file in request.Form.Files)
        {
            Append(hash, $"{file.Name}/{file.FileName}/{file.Length}");
        }

        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, string text)
    {
        hash.AppendData(BitConverter.GetBytes(text.Length));
        hash.AppendData(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Sends the second sender where the first one was sent; to the page itself when that was nowhere or is not known.</summary>
    private sealed class SameWay(string? location) : ActionResult
    {
        public static void Go(HttpContext http, string? location)
        {
            if (location is null && http.Request.Headers.ContainsKey("HX-Request"))
            {
                http.Response.StatusCode = StatusCodes.Status204NoContent;
                http.Response.Headers["HX-Refresh"] = "true";
                return;
            }

            http.Response.Redirect(location ?? http.Request.PathBase + http.Request.Path + http.Request.QueryString);
        }

        public override void ExecuteResult(ActionContext context) => Go(context.HttpContext, location);
    }
}
