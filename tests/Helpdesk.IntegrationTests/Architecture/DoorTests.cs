using Helpdesk.IntegrationTests.Kit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.IntegrationTests.Architecture;

/// <summary>Every door has a lock or says that it has none; every handler can be had, and serves both doors.</summary>
public sealed class DoorTests(Site site) : IClassFixture<Site>
{
    // What the framework adds while developing, to serve asset files that are not built yet; the fallback policy guards it.
    private const string AssetFallback = "Fallback {**path:file}";

    private static readonly string[] Modules = ["Auth", "KnowledgeBase", "Tickets", "Admin"];

    /// <summary>Use cases with one door, each with its reason.</summary>
    private static readonly Dictionary<string, string> OneDoor = new()
    {
        ["SetUpAccountHandler"] = "The first run belongs to a person with a browser and the console's code.",
        ["SetUpSiteHandler"] = "The second step of the first run.",
        ["SetUpCategoriesHandler"] = "The fourth step of the first run.",
        ["FinishSetUpHandler"] = "The last step of the first run.",
        ["RenewVerificationHandler"] = "It needs the ticket of the page after a sign-up; a program signs up again instead.",
        ["EnterCodeHandler"] = "A program sends the code with the password.",
        ["ChangeThemeHandler"] = "The colours of the pages mean nothing to a program.",
    };

    [Fact]
    public void Every_endpoint_and_page_says_who_may_come_in()
    {
        var endpoints = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.DisplayName != AssetFallback).ToList();
        Assert.True(endpoints.Count > 20);
        Assert.All(endpoints, endpoint => Assert.True(
            endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null,
            $"{endpoint.DisplayName} ({endpoint.RoutePattern.RawText}) has no rule."));
    }

    [Fact]
    public void Every_handler_can_be_had()
    {
        using var scope = site.Services.CreateScope();
        var handlers = Handlers().ToList();
        Assert.True(handlers.Count > 10);
        Assert.All(handlers, handler => Assert.NotNull(scope.ServiceProvider.GetService(handler)));
    }

    [Fact]
    public void No_use_case_has_a_page_without_an_endpoint()
    {
        var taken = 0;
        foreach (var handler in Handlers())
        {
            var module = handler.Assembly;
            var byPage = module.GetTypes().Any(type => type.Name.EndsWith("Page", StringComparison.Ordinal) && Takes(type, handler));
            var byApi = module.GetTypes().Any(type => type.Name.EndsWith("Api", StringComparison.Ordinal) && Takes(type, handler));
            taken += byPage || byApi ? 1 : 0;
            Assert.True(byApi || !byPage || OneDoor.ContainsKey(handler.Name), $"{handler.FullName} has a page and no endpoint.");
        }

        Assert.True(taken > 10);
    }

    private static IEnumerable<Type> Handlers() => Modules
        .SelectMany(name => System.Reflection.Assembly.Load($"Helpdesk.{name}").GetTypes())
        .Where(type => type is { IsClass: true, IsAbstract: false, IsNested: false } && type.Name.EndsWith("Handler", StringComparison.Ordinal))
        .Where(type => type.BaseType == typeof(object));

    private static bool Takes(Type door, Type handler)
    {
        const System.Reflection.BindingFlags all = System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic
            | System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Instance;
        return door.GetConstructors(all).Any(constructor => constructor.GetParameters().Any(parameter => parameter.ParameterType == handler))
            || door.GetMethods(all).Any(method => method.GetParameters().Any(parameter => parameter.ParameterType == handler));
    }
}
