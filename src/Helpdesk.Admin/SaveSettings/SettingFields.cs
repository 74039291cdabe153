using System.Globalization;
using Helpdesk.Admin.ShowSettings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Helpdesk.Admin.SaveSettings;

/// <summary>Settings as fields of a form; each is called by its key.</summary>
internal static class SettingFields
{
    /// <summary>What stands in the field: what was sent, or else what holds.</summary>
    public static SettingField Of(PageModel page, SettingView setting)
    {
        var id = TagBuilder.CreateSanitizedId(setting.Key, "_");
        var error = page.ModelState.TryGetValue(setting.Key, out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null;
        var isSent = HttpMethods.IsPost(page.Request.Method) && setting.Kind != SettingKind.Secret;
        var text = isSent && page.Request.Form[setting.Key] is [{ } sent, ..] ? sent : Convert.ToString(setting.Value, CultureInfo.InvariantCulture) ?? "";
        return new SettingField(setting, id, text, error);
    }

    /// <summary>What the form brought. An empty secret is one that nobody typed.</summary>
    public static Dictionary<string, string?> Sent(HttpRequest request, SettingsAreaView area)
    {
        var values = new Dictionary<string, string?>();
        foreach (var setting in area.Settings)
        {
            if (request.Form[setting.Key] is [{ } sent, ..] && !(setting.Kind == SettingKind.Secret && sent.Length == 0))
            {
                values[setting.Key] = sent;
            }
        }

        return values;
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
