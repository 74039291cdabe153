using System.Linq.Expressions;
using Helpdesk.Auth.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Notifications;

namespace Helpdesk.Auth.Sessions;

/// <summary>A session that may be used now, with the person it belongs to.</summary>
internal sealed record LivingSession(DateTimeOffset LastSeenAt, CurrentUser User)
{
    /// <summary>The columns that a request needs; the password's hash is none of them.</summary>
    public static readonly Expression<Func<Session, User, LivingSession>> Of = (session, user) => new LivingSession(
        session.LastSeenAt,
        new CurrentUser
        {
            Id = user.Id,
            SessionId = session.Id,
            Name = user.Name,
            Email = user.Email!,
            IsStaff = user.Role == Role.Agent || user.Role == Role.Admin,
            IsAdmin = user.Role == Role.Admin,
            TimeZone = user.TimeZone,
            Language = user.Language,
            Theme = user.Theme,
            Density = user.Density,
            TimeFormat = user.TimeFormat,
            SendDelay = user.SendDelay,
            HasKeyboardShortcuts = user.HasKeyboardShortcuts,
            UnreadNews = UnreadNews.Of(user.Id),
            ProvenAt = session.ProvenAt,
            MustEnrol = session.MustEnrol,
            SessionExpiresAt = session.ExpiresAt,
            SessionIdleFor = session.IdleFor,
        });
}
