using System.Globalization;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.ChangeNews;

/// <summary>How a person hears of one event; inApp is null for what is never told in the app.</summary>
internal sealed record NewsChoiceView(string Event, string Title, bool? InApp, string Mail);

/// <summary>Quiet hours are times such as 22:00 in the person's zone; empty when there are none.</summary>
internal sealed record NewsChoicesView(IReadOnlyList<NewsChoiceView> Events, string QuietFrom, string QuietTo);

internal sealed record NewsChoiceRequest
{
    public string Event { get; init; } = "";

    public bool? InApp { get; init; }

    /// <summary>now, digest or off.</summary>
    public string? Mail { get; init; }
}

/// <summary>What is left out (null) stays as it is.</summary>
internal sealed record ChangeNewsRequest
{
    public List<NewsChoiceRequest> Events { get; init; } = [];

    /// <summary>Such as 22:00; empty takes the quiet hours away.</summary>
    public string? QuietFrom { get; init; }

    public string? QuietTo { get; init; }
}

internal static class MailPaces
{
    public static readonly IReadOnlyList<(string Word, MailPace Pace, string Text)> All =
    [
        ("now", MailPace.Now, "At once"),
        ("digest", MailPace.Digest, "Daily digest"),
        ("off", MailPace.Off, "No mail"),
    ];

    public static string Word(MailPace pace) => All.First(known => known.Pace == pace).Word;

    public static MailPace? Read(string word) => All.FirstOrDefault(known => known.Word == word) is { Word: not null } found ? found.Pace : null;
}

internal sealed class ShowNewsHandler(AuthDbContext db, IEnumerable<NewsKind> kinds)
{
    public async Task<Outcome<NewsChoicesView>> HandleAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var me = await db.Users.AsNoTracking().SingleAsync(found => found.Id == user.Id, cancellationToken);
        var chosen = await db.NotificationChoices.AsNoTracking().Where(choice => choice.UserId == user.Id)
            .ToDictionaryAsync(choice => choice.Event, cancellationToken);
        var events = kinds.Where(kind => user.IsStaff || !kind.IsForStaff).Select(kind =>
        {
            var choice = chosen.GetValueOrDefault(kind.Name);
            return new NewsChoiceView(
                kind.Name, kind.Title, kind.InApp is { } standard ? choice?.InApp ?? standard : null, MailPaces.Word(choice?.Mail ?? kind.Mail));
        });
        return new NewsChoicesView([.. events], Text(me.QuietFrom), Text(me.QuietTo));
    }

    private static string Text(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>Only what differs from the standard is kept, so that a better standard reaches everybody who never chose.</summary>
internal sealed class ChangeNewsHandler(AuthDbContext db, IEnumerable<NewsKind> kinds, ShowNewsHandler show)
{
    public async Task<Outcome<NewsChoicesView>> HandleAsync(ChangeNewsRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        var offered = kinds.Where(kind => user.IsStaff || !kind.IsForStaff).ToDictionary(kind => kind.Name);
        if (Check(request, offered) is { } invalid)
        {
            return invalid;
        }

        var me = await db.Users.SingleAsync(found => found.Id == user.Id, cancellationToken);
        if (ReadQuiet(request, me) is { } wrong)
        {
            return wrong;
        }

        var kept = await db.NotificationChoices.Where(choice => choice.UserId == user.Id).ToDictionaryAsync(choice => choice.Event, cancellationToken);
        foreach (var wish in request.Events)
        {
            Choose(offered[wish.Event], wish, kept, user.Id);
        }

        await db.SaveChangesAsync(cancellationToken);
        return await show.HandleAsync(user, cancellationToken);
    }

    private static Refusal.Invalid? Check(ChangeNewsRequest request, Dictionary<string, NewsKind> offered)
    {
        foreach (var wish in request.Events)
        {
            if (!offered.ContainsKey(wish.Event))
            {
                return new Refusal.Invalid(nameof(request.Events), "Choose among the events that are listed.");
            }

            if (wish.Mail is { } word && MailPaces.Read(word) is null)
            {
                return new Refusal.Invalid(nameof(request.Events), "Choose how mail comes: now, digest or off.");
            }
        }

        return request.Events.DistinctBy(wish => wish.Event).Count() == request.Events.Count
            ? null
            : new Refusal.Invalid(nameof(request.Events), "Name each event once.");
    }

    private void Choose(NewsKind kind, NewsChoiceRequest wish, Dictionary<string, NotificationChoice> kept, Guid userId)
    {
        var choice = kept.GetValueOrDefault(kind.Name);
        var inApp = kind.InApp is { } standard ? wish.InApp ?? choice?.InApp ?? standard : false;
        var mail = wish.Mail is { } word ? MailPaces.Read(word)!.Value : choice?.Mail ?? kind.Mail;
        var isStandard = inApp == (kind.InApp ?? false) && mail == kind.Mail;
        if (choice is null && !isStandard)
        {
            db.Add(new NotificationChoice { UserId = userId, Event = kind.Name, InApp = inApp, Mail = mail });
        }
        else if (choice is not null && isStandard)
        {
            db.Remove(choice);
        }
        else if (choice is not null)
        {
            choice.InApp = inApp;
            choice.Mail = mail;
        }
    }

    private static Refusal.Invalid? ReadQuiet(ChangeNewsRequest request, User me)
    {
        if (request.QuietFrom is null && request.QuietTo is null)
        {
            return null;
        }

        var (from, to) = (request.QuietFrom?.Trim() ?? "", request.QuietTo?.Trim() ?? "");
        if (from.Length == 0 && to.Length == 0)
        {
            (me.QuietFrom, me.QuietTo) = (null, null);
            return null;
        }

        var (start, end) = (Time(from), Time(to));
        if (start is null || end is null)
        {
            return new Refusal.Invalid(start is null ? nameof(request.QuietFrom) : nameof(request.QuietTo), "Enter a time such as 22:00, or leave both empty.");
        }

        if (start == end)
        {
            return new Refusal.Invalid(nameof(request.QuietTo), "The quiet hours must end at another time than they start.");
        }

        (me.QuietFrom, me.QuietTo) = (start, end);
        return null;
    }

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text, ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
