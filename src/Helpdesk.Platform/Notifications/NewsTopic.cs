using System.Globalization;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Platform.Notifications;

/// <summary>Tells the open pages of a person, and nobody else's, how many news they have not read.</summary>
internal sealed class NewsTopic : ILiveTopic
{
    public string Name => "notifications";

    public async Task<LiveEvent?> ForAsync(string data, CurrentUser user, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(data, out var reader) || reader != user.Id)
        {
            return null;
        }

        var unread = await services.GetRequiredService<PlatformDbContext>().Database
            .SqlQuery<int>($"""select platform.unread_news({reader}) as "Value" """).SingleAsync(cancellationToken);
        return new LiveEvent("notifications", unread.ToString(CultureInfo.InvariantCulture));
    }
}

/// <summary>How many news wait; the database stops counting past a hundred.</summary>
public static class UnreadNews
{
    public const int Most = 100;

    /// <summary>The function platform.unread_news, for queries of other modules.</summary>
    public static int Of(Guid userId) => throw new NotSupportedException($"Only in a query: {userId}.");

    /// <summary>Such as "3" or "100+".</summary>
    public static string Text(int count) => count > Most ? $"{Most}+" : count.ToString(CultureInfo.InvariantCulture);
}
