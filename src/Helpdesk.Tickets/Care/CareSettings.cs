using Helpdesk.Platform.Settings;

namespace Helpdesk.Tickets.Care;

/// <summary>After how many days quiet tickets are cared for; 0 is never.</summary>
internal static class CareSettings
{
    public static readonly NumberSetting RemindAfterDays = new("tickets.remind-after-days", 3, 0, 365);
    public static readonly NumberSetting ResolveAfterDays = new("tickets.resolve-unanswered-after-days", 7, 0, 365);
    public static readonly NumberSetting CloseAfterDays = new("tickets.close-resolved-after-days", 7, 0, 365);
}
