using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Platform.Files;

/// <summary>Marks a page whose form may bring files: its body may be as big as the settings allow, and is laid down on the disk as it comes.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakesFilesAttribute : Attribute, IFilterFactory, IOrderedFilter
{
    /// <summary>For what takes bigger files than the settings say of attachments.</summary>
    public int Megabytes { get; init; }

    // Admins change the limits while we run.
    public bool IsReusable => false;

    // Before the antiforgery filter, which reads the form.
    public int Order => 900;

    public IFilterMetadata CreateInstance(IServiceProvider serviceProvider)
    {
        const long mebibyte = 1 << 20;
        var limits = serviceProvider.GetRequiredService<FileLimits>();
        return new BiggerForm(Math.Max(limits.MostFiles * limits.LargestFile, Megabytes * mebibyte) + mebibyte);
    }

    private sealed class BiggerForm(long most) : IAuthorizationFilter
    {
        public void OnAuthorization(AuthorizationFilterContext context)
        {
            var features = context.HttpContext.Features;
            if (features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            {
                limit.MaxRequestBodySize = most;
            }

            if (features.Get<IFormFeature>() is not { Form: not null })
            {
                features.Set<IFormFeature>(new FormFeature(context.HttpContext.Request, new FormOptions { MultipartBodyLengthLimit = most }));
            }
        }
    }
}
