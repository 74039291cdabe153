using Helpdesk.Auth.Data;
using Helpdesk.Platform;
using Helpdesk.Platform.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.ReadNews;

internal sealed record ReadNewsRequest
{
    /// <summary>Up to 200 of one's own; what is not is passed over.</summary>
    public List<Guid> Ids { get; init; } = [];

    public bool All { get; init; }
}

internal sealed class ReadNewsHandler(AuthDbContext db, TimeProvider clock)
{
    private const int Most = 200;

    public async Task<Outcome<Done>> HandleAsync(ReadNewsRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (request.Ids.Count > Most)
        {
            return new Refusal.Invalid(nameof(request.Ids), $"Name up to {Most} at once.");
        }

        var now = clock.GetUtcNow();
        var ids = request.Ids.ToArray();
        await db.Set<Notification>()
            .Where(news => news.UserId == user.Id && news.ReadAt == null && (request.All || ids.Contains(news.Id)))
            .ExecuteUpdateAsync(set => set.SetProperty(news => news.ReadAt, now), cancellationToken);
        return Done.It;
    }
}
