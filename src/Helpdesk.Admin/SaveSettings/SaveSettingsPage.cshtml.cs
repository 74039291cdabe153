using System.Globalization;
using Helpdesk.Admin.ShowSettings;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Settings;
using Helpdesk.Platform.Trials;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

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

        var values = Sent();
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

    public SettingField FieldOf(SettingView setting)
    {
        var id = TagBuilder.CreateSanitizedId(setting.Key, "_");
        var error = ModelState.TryGetValue(setting.Key, out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null;
        var isSent = HttpMethods.IsPost(Request.Method) && setting.Kind != SettingKind.Secret;
        var text = isSent && Request.Form[setting.Key] is [{ } sent, ..] ? sent : Convert.ToString(setting.Value, CultureInfo.InvariantCulture) ?? "";
        return new SettingField(setting, id, text, error);
    }

    /// <summary>What the form brought. An empty secret is one that nobody typed.</summary>
    private Dictionary<string, string?> Sent()
    {
        var values = new Dictionary<string, string?>();
        foreach (var setting in Area.Settings)
        {
            if (Request.Form[setting.Key] is [{ } sent, ..] && !(setting.Kind == SettingKind.Secret && sent.Length == 0))
            {
                values[setting.Key] = sent;
            }
        }

        return values;
    }

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

/// <summary>A setting as a field: what stands in it, and what is wrong with that.</summary>
internal sealed record SettingField(SettingView Setting, string Id, string Text, string? Error)
{
    public string Described => string.Join(' ', new[] { $"{Id}-hint", Error is null ? null : $"{Id}-error" }.OfType<string>());

    /// <summary>A value in the words of the page.</summary>
    public string Words(object? value) => value switch
    {
        bool isOn => isOn ? "on" : "off",
        int number => string.Create(CultureInfo.InvariantCulture, $"{number} {Setting.Unit}").TrimEnd(),
        string text when Setting.Choices?.FirstOrDefault(choice => choice.Value == text) is { } choice => choice.Name,
        string text => text,
        _ => Setting.IsSet ? "set, and not shown" : "not set",
    };
}
