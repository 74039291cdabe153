using System.Globalization;
using Helpdesk.Admin.ShowSettings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Helpdesk.Admin.SaveSettings;

/// <summary>Settings as fields of a form; each is called by its key.</summary>
internal static class SettingFields
{
    private const string Seen = "seen.";

    /// <summary>What stands in the field: what was entered, or else what holds.</summary>
    public static SettingField Of(PageModel page, SettingView setting)
    {
        var id = TagBuilder.CreateSanitizedId(setting.Key, "_");
        var error = page.ModelState.TryGetValue(setting.Key, out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null;
        var holds = TextOf(setting.Value);
        var isSent = HttpMethods.IsPost(page.Request.Method) && setting.Kind != SettingKind.Secret;
        return new SettingField(setting, id, isSent ? Entered(page.Request.Form, setting) ?? holds : holds, error) { SeenName = Seen + setting.Key, Holds = holds };
    }

    /// <summary>What was entered in the form.</summary>
    public static Dictionary<string, string?> Sent(HttpRequest request, SettingsAreaView area)
    {
        var values = new Dictionary<string, string?>();
        foreach (var setting in area.Settings)
        {
            if (Entered(request.Form, setting) is { } entered)
            {
                values[setting.Key] = entered;
            }
        }

        return values;
    }

    // A field that nobody touched brings nothing: it may be older than what somebody else chose. An empty secret is one that nobody typed.
    private static string? Entered(IFormCollection form, SettingView setting) =>
        form[setting.Key] is [{ } sent, ..]
        && !(setting.Kind == SettingKind.Secret && sent.Length == 0)
        && !(form[Seen + setting.Key] is [{ } seen, ..] && seen == sent)
            ? sent
            : null;

    private static string TextOf(object? value) =>
        value is bool isOn ? isOn ? "true" : "false" : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}

/// <summary>A setting as a field: what stands in it, and what is wrong with that.</summary>
internal sealed record SettingField(SettingView Setting, string Id, string Text, string? Error)
{
    /// <summary>By this name the form tells what stood in the field before anybody touched it.</summary>
    public required string SeenName { get; init; }

    public required string Holds { get; init; }

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
