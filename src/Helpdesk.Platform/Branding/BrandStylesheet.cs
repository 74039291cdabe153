using System.Text;

namespace Helpdesk.Platform.Branding;

/// <summary>The rules that make the house's style sheet the site's own. Colours and ids alone go in, so nothing in it needs escaping.</summary>
public static class BrandStylesheet
{
    /// <summary>For every page, after the house's own; empty when nothing differs.</summary>
    public static string Of(Brand brand)
    {
        var sheet = new StringBuilder();
        if (brand.HasColours)
        {
            sheet.Append(":root{").Append(Tokens(brand)).Append("}\n");
        }

        AddLogos(sheet, brand, ".brand-logo", "@media (prefers-color-scheme:dark){:root:not([data-theme=light]) .brand-logo{", "}}\n:root[data-theme=dark] .brand-logo{");
        return sheet.ToString();
    }

    /// <summary>For the preview of a brand that does not hold yet, beside the one that does.</summary>
    public static string ForPreview(Brand brand)
    {
        var sheet = new StringBuilder().Append(".brand-preview{").Append(Tokens(brand)).Append("}\n");
        AddLogos(sheet, brand, ".brand-preview .brand-logo", "", ".brand-preview .on-dark .brand-logo{");
        return sheet.ToString();
    }

    public static string LogoUrl(BrandTheme theme, BrandLogo logo) => $"/brand/logo-{theme.ToString().ToLowerInvariant()}?v={logo.FileId:N}";

    private static void AddLogos(StringBuilder sheet, Brand brand, string selector, string darkBySystem, string dark)
    {
        var light = Rule(BrandTheme.Light, brand.LogoLight) ?? Rule(BrandTheme.Dark, brand.LogoDark);
        if (light is null)
        {
            return;
        }

        sheet.Append(selector).Append('{').Append(light).Append("}\n");
        if (brand.LogoLight is not null && Rule(BrandTheme.Dark, brand.LogoDark) is { } rule)
        {
            sheet.Append(darkBySystem).Append(darkBySystem.Length > 0 ? rule : "").Append(dark).Append(rule).Append("}\n");
        }
    }

    private static string? Rule(BrandTheme theme, BrandLogo? logo) => logo is null ? null
        : FormattableString.Invariant($"width:calc(2rem*{logo.Width}/{logo.Height});background-image:url({LogoUrl(theme, logo)})");

    private static string Tokens(Brand brand) =>
        Token("accent", brand, colours => colours.Accent) + Token("accent-hover", brand, colours => colours.Hover)
        + Token("on-accent", brand, colours => colours.OnAccent) + Token("accent-soft", brand, colours => colours.Soft)
        + Token("selected", brand, colours => colours.Soft) + Token("link", brand, colours => colours.Link);

    private static string Token(string name, Brand brand, Func<BrandColours, Colour> choose) =>
        $"--{name}:light-dark({choose(brand.Light)},{choose(brand.Dark)});";
}
