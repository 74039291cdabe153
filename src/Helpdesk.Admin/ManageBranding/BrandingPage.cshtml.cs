using Helpdesk.Platform;
using Helpdesk.Platform.Branding;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Admin.ManageBranding;

/// <summary>How the site looks, with a preview of what is typed before it holds.</summary>
[Authorize(Policy = Policy.Admin)]
internal sealed class BrandingPage(ShowBrandingHandler show, SaveBrandingHandler save, ISiteSettings settings, CurrentUser user) : PageModel
{
    public const string Path = "/admin/branding";

    [BindProperty]
    public SaveBrandingRequest Form { get; set; } = new();

    /// <summary>What the form held before anybody touched it.</summary>
    [BindProperty]
    public SaveBrandingRequest Seen { get; set; } = new();

    public BrandingView View { get; private set; } = default!;

    public Preview Preview => Preview.Of(settings.Known, Form);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await ReadAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        Form = Seen = new SaveBrandingRequest
        {
            Name = View.Name,
            Accent = View.Accent,
            AccentDark = View.AccentDark,
            MailFooter = View.MailFooter,
            HomeNotice = View.HomeNotice,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "preview")] bool isPreview, CancellationToken cancellationToken)
    {
        if (await ReadAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        return isPreview ? Page() : (await save.HandleAsync(Form, Seen, user, cancellationToken)).ToPage(this, nameof(Form), _ =>
        {
            TempData["flash"] = "Saved. All pages and mails look like this now.";
            return Redirect(Path);
        });
    }

    private async Task<IActionResult?> ReadAsync(CancellationToken cancellationToken)
    {
        var shown = await show.HandleAsync(user, cancellationToken);
        View = shown.Value!;
        return shown.Refusal is null ? null : shown.ToPage(this, "", _ => Page());
    }
}

/// <summary>The brand that a form would make, and what there is to say of it.</summary>
internal sealed record Preview(Brand Brand, string StylesheetUrl, IReadOnlyList<string> Remarks)
{
    public static Preview Of(SiteSettings site, SaveBrandingRequest form)
    {
        var fields = new (SettingKey Key, string? Text)[]
        {
            (SiteSettings.NameSetting, form.Name),
            (BrandKeys.Accent, form.Accent),
            (BrandKeys.AccentDark, form.AccentDark),
            (BrandKeys.MailFooter, form.MailFooter),
            (BrandKeys.HomeNotice, form.HomeNotice),
        };
        var wanted = fields.Select(field => new SettingValue(field.Key, field.Text is { Length: > 0 } text ? field.Key.Clean(text) : null)).ToList();
        var wrong = wanted.Where(change => change.Value is { } value && change.Key.Demand(value) is not null).ToList();
        var brand = Brand.Of(site.With(wanted.Except(wrong)));
        return new Preview(brand, PreviewStylesheetPage.AddressOf(form.Accent, form.AccentDark), [.. wrong.Select(change => $"{change.Key.Label}: enter {change.Key.Demand(change.Value!)}."), .. CorrectionsOf(brand, form)]);
    }

    private static IEnumerable<string> CorrectionsOf(Brand brand, SaveBrandingRequest form)
    {
        if (!string.IsNullOrEmpty(form.Accent) && brand.Light.Correction is { } light)
        {
            yield return light;
        }

        if (!string.IsNullOrEmpty(form.AccentDark) && brand.Dark.Correction is { } dark)
        {
            yield return $"On dark: {dark}";
        }
    }
}
