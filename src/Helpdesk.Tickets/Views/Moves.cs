namespace Helpdesk.Tickets.Views;

/// <summary>The buttons that move one of a list a step up or down, at this address.</summary>
internal sealed record Moves(string Url, string Name, int Place, int Count);
