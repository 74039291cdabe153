using Helpdesk.Tickets.Views;

namespace Helpdesk.Tickets.ShowTicket;

/// <summary>One field of the side panel: a form of its own, so that changing one cannot overwrite another.</summary>
internal sealed record FieldForm(TicketDetailView Ticket, string Name, IEnumerable<FieldChoice> Choices);

internal sealed record FieldChoice(string Value, string Text, bool IsChosen);
