using Helpdesk.Platform.Http.Idempotency;
using Helpdesk.Platform.Http.Json;
using Helpdesk.Platform.Http.Limits;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Platform.Http;

/// <summary>What holds for the API alone.</summary>
public static class ApiRules
{
    /// <summary>Comes after authentication: who calls too often is told by who it is.</summary>
    public static void UseApiRules(this WebApplication app)
    {
        app.UseMiddleware<ApiLimits>();
        app.UseMiddleware<JsonBodies>();
    }

    /// <summary>The rules of the API's endpoints: sizes, and requests that come twice.</summary>
    public static RouteGroupBuilder WithApiRules(this RouteGroupBuilder api) => api
        .AddEndpointFilter<IdempotencyFilter>()
        .WithMetadata(new RequestSizeLimitAttribute(JsonBodies.MaximumBytes));
}
