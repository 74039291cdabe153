using Helpdesk.Platform;
using Helpdesk.Platform.Branding;
using Helpdesk.Platform.Settings;

namespace Helpdesk.Admin.ManageBranding;

/// <summary>How the site looks: what was chosen, and what is used where that could not be read.</summary>
internal sealed record BrandingView
{
    public required string Name { get; init; }

    /// <summary>As #rrggbb; empty is the house's own.</summary>
    public required string Accent { get; init; }

    /// <summary>Empty: made from the other one.</summary>
    public required string AccentDark { get; init; }

    public required ColoursInUse InUse { get; init; }

    public required string MailFooter { get; init; }

    public required string HomeNotice { get; init; }

    public required LogosView Logos { get; init; }

    /// <summary>What the environment fixes, by the names of its variables.</summary>
    public required IReadOnlyList<string> FixedBy { get; init; }
}

internal sealed record ColoursInUse(ThemeColours Light, ThemeColours Dark)
{
    public static ColoursInUse Of(Brand brand) => new(ThemeColours.Of(brand.Light), ThemeColours.Of(brand.Dark));
}

/// <summary>The colours of buttons, and of the text on them; a correction says why another one than the chosen is used.</summary>
internal sealed record ThemeColours(string Accent, string OnAccent, string? Correction)
{
    public static ThemeColours Of(BrandColours colours) => new(colours.Accent.ToString(), colours.OnAccent.ToString(), colours.Correction);
}

internal sealed record LogosView(LogoView? Light, LogoView? Dark);

internal sealed record LogoView(string Url, int Width, int Height)
{
    public static LogoView? Of(Brand brand, BrandTheme theme) =>
        brand.LogoOf(theme) is { } logo ? new LogoView(BrandStylesheet.LogoUrl(theme, logo), logo.Width, logo.Height) : null;
}

internal sealed class ShowBrandingHandler(ISiteSettings settings)
{
    public async Task<Outcome<BrandingView>> HandleAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (AdminOnly.Refuse(user) is { } refused)
        {
            return refused;
        }

        var site = await settings.GetAsync(cancellationToken);
        var brand = Brand.Of(site);
        return new BrandingView
        {
            Name = site.Name,
            Accent = site.Value(BrandKeys.Accent),
            AccentDark = site.Value(BrandKeys.AccentDark),
            InUse = ColoursInUse.Of(brand),
            MailFooter = site.Value(BrandKeys.MailFooter),
            HomeNotice = site.Value(BrandKeys.HomeNotice),
            Logos = new LogosView(LogoView.Of(brand, BrandTheme.Light), LogoView.Of(brand, BrandTheme.Dark)),
            FixedBy = [.. SaveBrandingHandler.Keys.Values.Where(settings.IsFixed).Select(key => key.EnvironmentName)],
        };
    }
}
