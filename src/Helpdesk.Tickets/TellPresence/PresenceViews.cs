using System.Text.Json.Serialization;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;

namespace Helpdesk.Tickets.TellPresence;

/// <summary>Somebody of the team who has a ticket open. It ends after so many seconds when nothing more is heard of them.</summary>
internal sealed record PresentView(Guid TicketId, UserRef Person, string State, int EndsIn)
{
    public const string Viewing = "viewing";
    public const string Replying = "replying";

    /// <summary>Such as: Dana is replying.</summary>
    [JsonIgnore]
    public string Sentence => $"{Person.Name.Split(' ', 2)[0]} is {State}";

    public static string StateOf(bool isWriting) => isWriting ? Replying : Viewing;
}

/// <summary>The others of the team who are there.</summary>
internal sealed record PresenceView(IReadOnlyList<PresentView> Items);

/// <summary>A row of presences, as any statement may bring it along.</summary>
internal sealed record PresenceRow(Guid TicketId, Guid UserId, bool IsWriting, DateTimeOffset SeenAt)
{
    public static PresenceRow Of(Presence presence) => new(presence.TicketId, presence.UserId, presence.IsWriting, presence.SeenAt);
}
