using Helpdesk.Platform;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;

namespace Helpdesk.Tickets.ShowTicket;

/// <summary>A line of the timeline as a sentence.</summary>
internal static class EventText
{
    public static string Of(EventView entry, bool forStaff)
    {
        var who = entry.Actor?.Name is { } name && name != Names.FormerUser ? name : entry.Actor is null ? "The helpdesk" : Names.Somebody;
        return entry.Kind switch
        {
            TicketEventKind.Opened => $"{who} filed the ticket",
            TicketEventKind.Follows => $"{who} filed this to continue {entry.To}",
            TicketEventKind.FollowUpFiled => $"{who} filed the follow-up {entry.To}",
            TicketEventKind.CategoryChanged => $"{who} changed the category from {entry.From} to {entry.To}",
            TicketEventKind.PriorityChanged => $"{who} changed the priority from {Lower(entry.From)} to {Lower(entry.To)}",
            TicketEventKind.TagsChanged => $"{who} changed the tags to {(string.IsNullOrEmpty(entry.To) ? "none" : entry.To)}",
            TicketEventKind.TeamChanged => entry.To is null ? $"{who} took it from the team {entry.From}" : $"{who} gave it to the team {entry.To}",
            TicketEventKind.Assigned when entry.Why is not null => $"Assigned to {entry.To} {entry.Why}",
            TicketEventKind.Assigned => entry.To is null ? $"{who} took it off {entry.From}"
                : entry.To == entry.Actor?.Name ? $"{who} took it"
                : $"{who} assigned it to {entry.To}",
            TicketEventKind.StatusChanged => StatusText(who, entry.From, entry.To, forStaff),
            TicketEventKind.MergedInto => $"{who} merged this into {entry.To}",
            TicketEventKind.MergedHere => $"{who} merged {entry.To} into this ticket",
            TicketEventKind.Unmerged => $"{who} took the merge with {entry.From} back",
            TicketEventKind.ParticipantAdded => $"{who} copied {entry.To ?? Names.FormerUser} in",
            TicketEventKind.ParticipantRemoved when entry.To is not null && entry.To == entry.Actor?.Name => $"{who} left the ticket",
            TicketEventKind.ParticipantRemoved => $"{entry.To ?? Names.FormerUser} is no longer copied in",
            TicketEventKind.Reminded => forStaff ? "The requester was reminded" : "We reminded you of our question",
            TicketEventKind.SubjectChanged => $"{who} changed the subject from “{entry.From}” to “{entry.To}”",
            TicketEventKind.Redacted => $"{who} took the words out of a {(entry.IsInternal ? "note" : "message")}",
            TicketEventKind.SplitOff => $"{who} split a message off as {entry.To}",
            TicketEventKind.SplitFrom => $"{who} split this off from {entry.To}",
            TicketEventKind.Linked => $"{who} linked it: it {LinkWord.PhraseOf(entry.From)} {entry.To}",
            TicketEventKind.Unlinked => $"{who} removed a link: it {LinkWord.PhraseOf(entry.From)} {entry.To}",
            TicketEventKind.Snoozed => entry.To is null ? $"{who} snoozed it until the next answer" : $"{who} snoozed it until {entry.To}",
            TicketEventKind.Woken => entry.Actor is null ? "It woke up" : $"{who} woke it up",
            TicketEventKind.MacroApplied => $"{who} applied the macro {entry.To}",
            TicketEventKind.FieldChanged => (entry.From, entry.To) switch
            {
                (null, _) => $"{who} filled in “{entry.To}”",
                (_, null) => $"{who} took out “{entry.From}”",
                _ => $"{who} changed “{entry.From}” to “{entry.To}”",
            },
            TicketEventKind.PriorityByCategory => $"It has the priority {Lower(entry.To)} because of the category {entry.From}",
            TicketEventKind.TeamByCategory => $"It went to the team {entry.To} because of the category {entry.From}",
            _ => who,
        };
    }

    private static string StatusText(string who, string? from, string? to, bool forStaff) => Words.Read<TicketStatus>(to) switch
    {
        TicketStatus.Resolved => $"{who} resolved the ticket",
        TicketStatus.Closed => $"{who} closed the ticket",
        TicketStatus.Open => $"{who} opened the ticket again",
        TicketStatus.InProgress when Words.Read<TicketStatus>(from) == TicketStatus.WaitingOnEmployee => $"{who} set it back to in progress",
        TicketStatus.InProgress => $"{who} started to work on it",
        TicketStatus.WaitingOnEmployee => forStaff ? $"{who} waits for the requester" : $"{who} waits for your answer",
        _ => $"{who} changed the status",
    };

    private static string Lower(string? word) => (word ?? "").Replace('_', ' ');
}
