using System.Security.Cryptography;
using System.Text;
using Helpdesk.Platform.Settings;

namespace Helpdesk.Platform.Branding;

/// <summary>How the site looks: what pages and mails are made with.</summary>
public sealed record Brand
{
    public required string Name { get; init; }

    public required BrandColours Light { get; init; }

    public required BrandColours Dark { get; init; }

    /// <summary>Somebody chose a colour.</summary>
    public required bool HasColours { get; init; }

    public required BrandLogo? LogoLight { get; init; }

    public required BrandLogo? LogoDark { get; init; }

    /// <summary>Markdown.</summary>
    public required string MailFooter { get; init; }

    /// <summary>Markdown.</summary>
    public required string HomeNotice { get; init; }

    /// <summary>The address of the style sheet; null while nothing differs from the house's own look.</summary>
    public string? StylesheetUrl { get; private init; }

    /// <summary>Changes with everything that a kept page shows.</summary>
    public string Version => $"{Name} {StylesheetUrl}";

    /// <summary>The name stands beside the logo, unless the logo says it.</summary>
    public bool ShowsName => (LogoLight ?? LogoDark) is not { IsWordmark: true };

    public BrandLogo? LogoOf(BrandTheme theme) => theme == BrandTheme.Light ? LogoLight : LogoDark;

    public static Brand Of(SiteSettings site)
    {
        var light = Colour.TryRead(site.Value(BrandKeys.Accent));
        var dark = Colour.TryRead(site.Value(BrandKeys.AccentDark));
        var brand = new Brand
        {
            Name = site.Name,
            Light = light is { } chosen ? BrandColours.ForLight(chosen) : BrandColours.HouseLight,
            Dark = (dark ?? light) is { } asked ? BrandColours.ForDark(asked) : BrandColours.HouseDark,
            HasColours = light is not null || dark is not null,
            LogoLight = BrandLogo.TryRead(site.Value(BrandKeys.LogoLight)),
            LogoDark = BrandLogo.TryRead(site.Value(BrandKeys.LogoDark)),
            MailFooter = site.Value(BrandKeys.MailFooter),
            HomeNotice = site.Value(BrandKeys.HomeNotice),
        };
        return brand with { StylesheetUrl = BrandStylesheet.Of(brand) is { Length: > 0 } sheet ? $"/brand.css?v={Hash(sheet)}" : null };
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}

/// <summary>The brand of the settings as last read; made once for each reading.</summary>
public sealed class Brands(ISiteSettings settings)
{
    private volatile Made? made;

    public Brand Known
    {
        get
        {
            var site = settings.Known;
            if (made is not { } last || !ReferenceEquals(last.Site, site))
            {
                made = last = new Made(site, Brand.Of(site));
            }

            return last.Brand;
        }
    }

    private sealed record Made(SiteSettings Site, Brand Brand);
}
