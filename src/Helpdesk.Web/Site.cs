using System.Text.Json.Nodes;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Http.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Helpdesk.Web;

/// <summary>Pages, assets and the API's root.</summary>
internal static class Site
{
    public static IServiceCollection AddSite(this IServiceCollection services)
    {
        services.AddRazorPages().WithRazorPagesAtContentRoot();
        services.AddOpenApi("v1", options => options.AddSchemaTransformer(DescribeWordsAsync));
        return services;
    }

    public static void UseSite(this WebApplication app)
    {
        app.UseRouting();
        app.UseAuthentication();
        app.UseDenialLog();
        app.UseAuthorization();
        app.UseSecurity();
        app.UseOutputCache();
        app.UseApiRules();
        // Short-circuited: a picture needs no session, and looking one up costs a statement.
        app.MapStaticAssets().AllowAnonymous().ShortCircuit();
        app.MapRazorPages().WithStaticAssets();
        app.MapOpenApi().AllowAnonymous();
        app.MapPlatformSite();
    }

    /// <summary>Everything under here takes bearer tokens and no cookies, so there is nothing to forge from another site.</summary>
    public static RouteGroupBuilder MapApi(this WebApplication app, string policy) =>
        app.MapGroup("/api/v1").RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = SessionScheme.Bearer, Policy = policy }).WithApiRules();

    // Our own converter of enumerations says nothing of them; the description gets their words from here.
    private static Task DescribeWordsAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type.IsEnum)
        {
            schema.Type = type == context.JsonTypeInfo.Type ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
            schema.Enum = [.. WordConverter.WordsOf(type).Select(word => (JsonNode)word)];
        }

        return Task.CompletedTask;
    }
}
