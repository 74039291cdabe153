using Helpdesk.Platform.Settings;

namespace Helpdesk.Tickets;

/// <summary>What an admin chooses for tickets.</summary>
internal static class TicketSettings
{
    public static readonly SettingArea Area = new("tickets", "Tickets", 40, "When quiet tickets are closed, and what employees may choose.");

    /// <summary>Whoever files a ticket may say how urgent it is; if not, the helpdesk alone does.</summary>
    public static readonly SwitchSetting EmployeesMaySetPriority = new("tickets.employees-may-set-priority", true)
    {
        Area = Area,
        Label = "Employees choose the priority",
        Help = "Off: agents alone say how urgent a ticket is.",
    };
}
