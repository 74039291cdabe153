using Helpdesk.Platform.Http.Errors;
using Helpdesk.Platform.Http.Json;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Helpdesk.Platform.Http.Guards;

/// <summary>Refuses forms that hold U+0000 before a page reads them.</summary>
internal sealed class FormGuard : IAsyncResourceFilter, IOrderedFilter
{
    public int Order => -1_000;

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (http.Request.HasFormContentType && http.Features.Get<ErrorAnswer>() is null)
        {
            foreach (var (name, values) in await http.Request.ReadFormAsync(http.RequestAborted))
            {
                if (name.Contains('\0', StringComparison.Ordinal) || values.Any(value => value?.Contains('\0', StringComparison.Ordinal) == true))
                {
                    throw new NullCharacterException(null);
                }
            }
        }

        await next();
    }
}
