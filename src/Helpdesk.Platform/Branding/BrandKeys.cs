using Helpdesk.Platform.Settings;

namespace Helpdesk.Platform.Branding;

/// <summary>How the site looks, as an admin chose it. The name is a setting of the site.</summary>
public static class BrandKeys
{
    public const int FooterLength = 1_000;
    public const int NoticeLength = 2_000;

    public static readonly TextSetting Accent = ColourSetting("branding.accent", "Colour");

    /// <summary>Empty: made from the one of the light theme.</summary>
    public static readonly TextSetting AccentDark = ColourSetting("branding.accent-dark", "Colour on dark");

    /// <summary>Markdown below every mail.</summary>
    public static readonly TextSetting MailFooter = new("branding.mail-footer", "", FooterLength) { Label = "Mail footer", IsLong = true };

    /// <summary>Markdown at the top of everybody's start page.</summary>
    public static readonly TextSetting HomeNotice = new("branding.home-notice", "", NoticeLength) { Label = "Notice", IsLong = true };

    internal static readonly TextSetting LogoLight = LogoSetting("branding.logo-light");
    internal static readonly TextSetting LogoDark = LogoSetting("branding.logo-dark");

    internal static readonly IReadOnlyList<SettingKey> All = [Accent, AccentDark, MailFooter, HomeNotice, LogoLight, LogoDark];

    public static TextSetting LogoFor(BrandTheme theme) => theme == BrandTheme.Light ? LogoLight : LogoDark;

    private static TextSetting ColourSetting(string key, string label) => new(key, "", 7)
    {
        Label = label,
        Also = text => text.Length == 0 || Colour.TryRead(text) is not null ? null : "a colour like #0b5960",
    };

    private static TextSetting LogoSetting(string key) => new(key, "", 60)
    {
        Label = "Logo",
        Also = text => text.Length == 0 || BrandLogo.TryRead(text) is not null ? null : "a logo that was uploaded",
    };
}

/// <summary>The two looks of every page.</summary>
public enum BrandTheme
{
    Light,
    Dark,
}

/// <summary>A logo: its file and how big the picture is.</summary>
public sealed record BrandLogo(Guid FileId, int Width, int Height)
{
    /// <summary>The name is in the picture; it need not stand beside it.</summary>
    public bool IsWordmark => Width > 2 * Height;

    public override string ToString() => FormattableString.Invariant($"{FileId:N} {Width} {Height}");

    public static BrandLogo? TryRead(string text) =>
        text.Split(' ') is [var id, var width, var height]
        && Guid.TryParseExact(id, "N", out var file)
        && int.TryParse(width, out var wide) && wide > 0
        && int.TryParse(height, out var high) && high > 0
            ? new BrandLogo(file, wide, high)
            : null;
}
