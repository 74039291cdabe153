using Helpdesk.Platform;
using Helpdesk.Tickets.Drafts;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;

namespace Helpdesk.Tickets.Reply;

/// <summary>What a composer for answers shows: the text so far, what its writer has seen, and who will get mail.</summary>
internal sealed record ReplyForm(TicketDetailView Ticket, bool ByTeam, string Body)
{
    /// <summary>Something came in while it was written; whoever sends it now has read that.</summary>
    public bool IsAnyway { get; init; }

    /// <summary>The state that the first try asked for, and this one still does.</summary>
    public string? Status { get; init; }

    /// <summary>The files that were sent for it.</summary>
    public IReadOnlyCollection<Guid> AttachmentIds { get; init; } = [];

    /// <summary>The macro that goes with it.</summary>
    public Guid? MacroId { get; init; }

    public static ReplyForm Of(TicketDetailView ticket, CurrentUser writer)
    {
        var draft = DraftFields.Read(ticket.ReplyDraft);
        return new ReplyForm(ticket, writer.IsStaff, draft.GetValueOrDefault(nameof(ReplyRequest.Body), ""))
        {
            AttachmentIds = DraftFields.FilesIn(draft),
            MacroId = Guid.TryParse(draft.GetValueOrDefault(nameof(ReplyRequest.MacroId)), out var macro) ? macro : null,
        };
    }

    public string DraftUrl => DraftUrls.Of(DraftKind.Reply, Ticket.Id);

    /// <summary>The team works under a button of this name; for everybody else it is the one way to answer.</summary>
    public string Id => ByTeam ? "reply" : "answer";

    public string Label => ByTeam && Readers.Count > 0 ? $"Reply to {People.Few(Readers)}" : ByTeam ? "Reply" : "Your answer";

    public string GoesTo => (Readers.Count, ByTeam) switch
    {
        (0, true) => "Nobody gets mail for it.",
        (0, false) => "The helpdesk reads it here.",
        (1, true) => $"Mail goes to {Readers[0].Name}.",
        (2, true) => $"Mail goes to {Readers[0].Name} and {Readers[1].Name}.",
        (_, true) => $"Mail goes to {People.Few(Readers)}: {string.Join(", ", Readers.Skip(1).Select(reader => reader.Name))}.",
        _ => $"{string.Join(", ", Readers.Select(reader => reader.Name))} will get it by e-mail.",
    };

    private IReadOnlyList<UserRef> Readers => Ticket.ReplyGoesTo;
}

/// <summary>How many people are told in few words.</summary>
internal static class People
{
    /// <summary>Such as: Priya Raman and 2 others.</summary>
    public static string Few(IReadOnlyList<UserRef> people) => Few(people[0].Name, people.Count);

    public static string Few(string first, int count) => count switch
    {
        1 => first,
        2 => $"{first} and 1 other",
        _ => $"{first} and {count - 1} others",
    };

    public static string FirstName(string name) => name.Split(' ', 2)[0];
}
