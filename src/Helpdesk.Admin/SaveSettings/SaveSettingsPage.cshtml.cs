using Helpdesk.Admin.ShowSettings;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Settings;
using Helpdesk.Platform.Trials;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Admin.SaveSettings;

/// <summary>The settings of one job. A field is called by its setting's key.</summary>
[Authorize(Policy = Policy.Admin)]
internal sealed class SaveSettingsPage(ShowSettingsHandler show, SaveSettingsHandler save, CurrentUser user) : PageModel
{
    public SettingsAreaView Area { get; private set; } = default!;

    public FilePlaceView Files { get; private set; } = default!;

    /// <summary>The consequences are shown, and want a yes.</summary>
    public bool IsAsking { get; private set; }

    /// <summary>The setting that goes back to its default.</summary>
    [BindProperty(Name = "reset")]
    public string Reset { get; set; } = "";

    public bool IsOfMail => Area.Area == SettingArea.Mail.Slug;

    public bool IsOfFiles => Area.Area == SettingArea.Files.Slug;

    public static string AddressOf(string area) => $"/admin/settings/{area}";

    public async Task<IActionResult> OnGetAsync(string area, CancellationToken cancellationToken) =>
        await ReadAsync(area, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(
        string area, [FromForm(Name = "confirmed")] bool isConfirmed, CancellationToken cancellationToken)
    {
        if (await ReadAsync(area, cancellationToken) is { } refused)
        {
            return refused;
        }

        var values = SettingFields.Sent(Request, Area);
        if (Reset.Length > 0)
        {
            values[Reset] = null;
        }

        var saved = await save.HandleAsync(new SaveSettingsRequest { Values = values, Confirmed = isConfirmed }, user, cancellationToken);
        IsAsking = saved.Refusal is Refusal.Conflict;
        return saved.ToPage(this, "", _ =>
        {
            TempData["flash"] = "Saved.";
            return Redirect(AddressOf(area));
        });
    }

    public SettingField FieldOf(SettingView setting) => SettingFields.Of(this, setting);

    private async Task<IActionResult?> ReadAsync(string area, CancellationToken cancellationToken)
    {
        var shown = await show.HandleAsync(user, cancellationToken);
        if (shown.Value is not { } view)
        {
            return shown.ToPage(this, "", _ => Page());
        }

        Area = view.Areas.FirstOrDefault(one => one.Area == area)!;
        Files = view.Files;
        return Area is null ? NotFound() : null;
    }
}
