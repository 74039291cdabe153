using Helpdesk.Tickets.CategoryFields;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Helpdesk.Tickets.ChangeTicket;

/// <summary>What the team sends from the details of a ticket: the fields of its category as they should be, and as their writer saw them.</summary>
internal sealed record DetailsForm
{
    public Dictionary<string, string> Fields { get; init; } = [];

    public Dictionary<string, string> Seen { get; init; } = [];

    public int? Version { get; init; }

    /// <summary>What its writer changed, by the keys. A box that is not ticked sends nothing.</summary>
    public Dictionary<string, string> Changed => Seen
        .Where(pair => Fields.GetValueOrDefault(pair.Key, "") != pair.Value)
        .ToDictionary(pair => pair.Key, pair => Fields.GetValueOrDefault(pair.Key, ""));
}

/// <summary>The form with the values that it should show: those of the ticket, or in their place what somebody has typed.</summary>
internal sealed record DetailsPanel(TicketDetailView Ticket, AskedFields Asked)
{
    public static DetailsPanel Of(TicketDetailView ticket, DetailsForm? typed = null, ModelStateDictionary? problems = null)
    {
        var changed = typed?.Changed ?? [];
        return new DetailsPanel(ticket, new AskedFields(
            ticket.Category,
            [.. ticket.Extras.Select(filled => AskedField.For(filled.Field, changed.GetValueOrDefault(filled.Field.Key, filled.Value), problems) with { IsOnTicket = true })]));
    }
}

/// <summary>A field that somebody else has changed since: what they filled in.</summary>
internal sealed record DetailConflict(FilledField Theirs)
{
    public string Sentence => Theirs.Text.Length == 0 ? $"Somebody has emptied “{Theirs.Field.Label}”." : $"{Theirs.Field.Label} is now “{Theirs.Text}”.";

    public static IReadOnlyList<DetailConflict> Between(DetailsForm form, TicketDetailView ticket)
    {
        var changed = form.Changed;
        return
        [
            .. ticket.Extras
                .Where(filled => changed.TryGetValue(filled.Field.Key, out var mine) && filled.Value != form.Seen[filled.Field.Key] && filled.Value != mine)
                .Select(filled => new DetailConflict(filled)),
        ];
    }
}
