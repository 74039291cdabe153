using Helpdesk.Platform;
using Helpdesk.Platform.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.KnowledgeBase.Reading;

/// <summary>Who may come in to read: whoever is signed in, and everybody where an admin chose so.</summary>
internal sealed class ReaderRule(ISiteSettings settings) : AuthorizationHandler<ReaderRule.Requirement>
{
    /// <summary>What is published for everyone is read without signing in.</summary>
    public static readonly SwitchSetting AnonymousReading = new("knowledge-base.anonymous-reading", false)
    {
        Area = SettingArea.KnowledgeBase,
        Label = "Public reading",
        Help = "What is published for everyone is read without signing in, and search engines are shown the way.",
    };

    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, Requirement requirement)
    {
        if (context.User.Identity is { IsAuthenticated: true } || (await settings.GetAsync(CancellationToken.None)).Value(AnonymousReading))
        {
            context.Succeed(requirement);
        }
    }

    internal sealed record Requirement : IAuthorizationRequirement;
}

internal static class ReaderRules
{
    public static IServiceCollection AddReaderRule(this IServiceCollection services)
    {
        services.AddAuthorizationBuilder().AddPolicy(Policy.Reader, policy => policy.AddRequirements(new ReaderRule.Requirement()));
        return services.AddSingleton<IAuthorizationHandler, ReaderRule>().AddSettings(ReaderRule.AnonymousReading)
            .AddScoped<ISettingConsequence, PublicReading>();
    }
}
