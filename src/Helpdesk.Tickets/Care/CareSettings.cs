using Helpdesk.Platform.Settings;

namespace Helpdesk.Tickets.Care;

/// <summary>After how many days quiet tickets are cared for; 0 is never.</summary>
internal static class CareSettings
{
    public static readonly NumberSetting RemindAfterDays = new("tickets.remind-after-days", 3, 0, 365)
    {
        Area = TicketSettings.Area,
        Label = "Remind after",
        Unit = "days",
        Help = "A requester who owes an answer is reminded. 0: never.",
    };

    public static readonly NumberSetting ResolveAfterDays = new("tickets.resolve-unanswered-after-days", 7, 0, 365)
    {
        Area = TicketSettings.Area,
        Label = "Resolve without an answer after",
        Unit = "days",
        Help = "A ticket that nobody answered is resolved. 0: never.",
    };

    public static readonly NumberSetting CloseAfterDays = new("tickets.close-resolved-after-days", 7, 0, 365)
    {
        Area = TicketSettings.Area,
        Label = "Close after",
        Unit = "days",
        Help = "A resolved ticket is closed. 0: never.",
    };
}
