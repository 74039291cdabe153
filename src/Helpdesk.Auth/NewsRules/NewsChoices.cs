using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Platform.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.NewsRules;

/// <summary>What people chose, or the event's standard; in one statement for all readers of a piece of news.</summary>
internal sealed class NewsChoices(AuthDbContext db, TimeProvider clock) : INewsChoices
{
    public async Task<IReadOnlyList<NewsWish>> OfAsync(NewsKind kind, IReadOnlyCollection<Guid> people, CancellationToken cancellationToken)
    {
        var wanted = people.Distinct().ToArray();
        var found = await db.Users.AsNoTracking()
            .Where(user => wanted.Contains(user.Id) && user.DeactivatedAt == null && (!kind.IsForStaff || user.Role != Role.Employee))
            .Select(user => new
            {
                user.Id,
                user.Email,
                user.Name,
                user.TimeZone,
                user.QuietFrom,
                user.QuietTo,
                Choice = db.NotificationChoices.SingleOrDefault(choice => choice.UserId == user.Id && choice.Event == kind.Name),
            })
            .ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        return
        [
            .. found.Select(user => new NewsWish(
                user.Id,
                user.Email!,
                user.Name,
                kind.InApp is { } standard && (user.Choice?.InApp ?? standard),
                user.Choice?.Mail ?? kind.Mail)
            {
                QuietUntil = QuietHours.EndAfter(now, user.TimeZone, user.QuietFrom, user.QuietTo),
            }),
        ];
    }
}
