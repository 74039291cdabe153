using Helpdesk.Platform;
using Helpdesk.Platform.Branding;
using Helpdesk.Platform.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Admin.ManageBranding;

/// <summary>The colours of a preview; pages hold no styles of their own.</summary>
[Authorize(Policy = Policy.Admin)]
internal sealed class PreviewStylesheetPage(ISiteSettings settings) : PageModel
{
    public static string AddressOf(string? accent, string? accentDark) =>
        $"{BrandingPage.Path}/preview.css?accent={Uri.EscapeDataString(accent ?? "")}&accentDark={Uri.EscapeDataString(accentDark ?? "")}";

    public ContentResult OnGet(string? accent, string? accentDark)
    {
        var wanted = settings.Known.With([new SettingValue(BrandKeys.Accent, accent?.Trim()), new SettingValue(BrandKeys.AccentDark, accentDark?.Trim())]);
        return Content(BrandStylesheet.ForPreview(Brand.Of(wanted)), "text/css");
    }
}
