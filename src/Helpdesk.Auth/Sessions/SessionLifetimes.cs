using Helpdesk.Auth.Model;
using Helpdesk.Platform.Settings;

namespace Helpdesk.Auth.Sessions;

/// <summary>How long sessions live, whole and without a request.</summary>
internal sealed record SessionLifetimes
{
    public static readonly NumberSetting Hours = new("auth.session-hours", 12, 1, 168)
    {
        Area = SettingArea.SignIn,
        Label = "Signed in for",
        Unit = "hours",
        Help = "How long a browser stays signed in, however busy it is.",
    };

    public static readonly NumberSetting IdleHours = new("auth.session-idle-hours", 4, 1, 168)
    {
        Area = SettingArea.SignIn,
        Label = "Signed out when idle for",
        Unit = "hours",
        Help = "How long without a request.",
    };

    public static readonly NumberSetting KeptDays = new("auth.kept-days", 30, 1, 365)
    {
        Area = SettingArea.SignIn,
        Label = "Kept signed in for",
        Unit = "days",
        Help = "For who ticks “Keep me signed in”, however busy the browser is.",
    };

    public static readonly NumberSetting KeptIdleDays = new("auth.kept-idle-days", 14, 1, 365)
    {
        Area = SettingArea.SignIn,
        Label = "Kept, signed out when idle for",
        Unit = "days",
        Help = "For who ticks “Keep me signed in”, without a request.",
    };

    public static readonly NumberSetting AdminHours = new("auth.admin-hours", 8, 1, 168)
    {
        Area = SettingArea.SignIn,
        Label = "Administrators signed in for",
        Unit = "hours",
        Help = "Whether they want to be kept or not.",
    };

    public static readonly NumberSetting AdminIdleMinutes = new("auth.admin-idle-minutes", 60, 5, 1_440)
    {
        Area = SettingArea.SignIn,
        Label = "Administrators signed out when idle for",
        Unit = "minutes",
        Help = "How long without a request.",
    };

    public TimeSpan Usual { get; init; }

    public TimeSpan UsualIdle { get; init; }

    /// <summary>"Keep me signed in on this device".</summary>
    public TimeSpan Kept { get; init; }

    public TimeSpan KeptIdle { get; init; }

    /// <summary>Of administrators, whether they want to be kept or not.</summary>
    public TimeSpan Admins { get; init; }

    public TimeSpan AdminsIdle { get; init; }

    public static SessionLifetimes From(SiteSettings settings) => new()
    {
        Usual = TimeSpan.FromHours(settings.Value(Hours)),
        UsualIdle = TimeSpan.FromHours(settings.Value(IdleHours)),
        Kept = TimeSpan.FromDays(settings.Value(KeptDays)),
        KeptIdle = TimeSpan.FromDays(settings.Value(KeptIdleDays)),
        Admins = TimeSpan.FromHours(settings.Value(AdminHours)),
        AdminsIdle = TimeSpan.FromMinutes(settings.Value(AdminIdleMinutes)),
    };

    /// <summary>A program renews its tokens by itself; its session lives as long as its refresh token may.</summary>
    public (TimeSpan Whole, TimeSpan Idle) For(User user, SessionKind kind, bool isPersistent) => kind switch
    {
        SessionKind.Api => (RefreshToken.Lifetime, RefreshToken.Lifetime),
        _ when user.Role == Role.Admin => (Admins, AdminsIdle),
        _ when isPersistent => (Kept, KeptIdle),
        _ => (Usual, UsualIdle),
    };
}
