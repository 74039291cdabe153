using Helpdesk.Platform;
using Microsoft.Extensions.Configuration;

namespace Helpdesk.Tickets;

/// <summary>What an operator chose for tickets (section "Tickets").</summary>
internal sealed record TicketSettings
{
    /// <summary>Whoever files a ticket may say how urgent it is; if not, the helpdesk alone does.</summary>
    public bool EmployeesMaySetPriority { get; init; } = true;

    public static TicketSettings From(IConfiguration configuration)
    {
        var text = configuration["Tickets:EmployeesMaySetPriority"];
        return text is null or "true" or "false"
            ? new TicketSettings { EmployeesMaySetPriority = text != "false" }
            : throw new SettingsException($"Tickets__EmployeesMaySetPriority is \"{text}\". It must be true or false.");
    }
}
