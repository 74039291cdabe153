using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Platform.Notifications;

/// <summary>How soon a piece of news is mailed.</summary>
public enum MailPace
{
    /// <summary>At once, outside of the person's quiet hours.</summary>
    Now = 0,

    /// <summary>With the day's other news, in the morning.</summary>
    Digest = 1,

    Off = 2,
}

/// <summary>
/// One event that people choose how to hear of. The name is stable, because choices and news refer to it; the title ends the
/// sentence "Tell me when …". Null for a way means that this event never goes it.
/// </summary>
public sealed record NewsKind(string Name, string Title, bool? InApp, MailPace Mail)
{
    /// <summary>Only people who answer for the site get it, never those who ask.</summary>
    public bool IsForStaff { get; init; }

    /// <summary>It is meant for the one person, and comes also about what they muted.</summary>
    public bool IsDirect { get; init; }
}

/// <summary>How modules announce their events, so that one page can list them all.</summary>
public static class NewsKinds
{
    public static IServiceCollection AddNews(this IServiceCollection services, params IReadOnlyList<NewsKind> kinds)
    {
        foreach (var kind in kinds)
        {
            services.AddSingleton(kind);
        }

        return services;
    }
}
