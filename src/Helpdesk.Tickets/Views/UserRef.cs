using System.Text.Json.Serialization;
using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;

namespace Helpdesk.Tickets.Views;

/// <summary>A person inside another resource. The address is there for the team alone.</summary>
internal sealed record UserRef(
    Guid Id,
    string Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Email = null)
{
    public static UserRef Nobody { get; } = new(Guid.Empty, Names.FormerUser);
}

/// <summary>The people of one answer, named for the one who reads it.</summary>
internal sealed class Names(CurrentUser reader, IReadOnlyDictionary<Guid, UserCard> cards)
{
    public const string FormerUser = UserCard.FormerUser;

    /// <summary>The same at the beginning of a sentence.</summary>
    public const string Somebody = "Somebody";

    public UserRef Of(Guid id) =>
        cards.TryGetValue(id, out var card) ? new UserRef(id, card.Name, reader.IsStaff ? card.Email : null)
        : id == reader.Id ? new UserRef(id, reader.Name, reader.IsStaff ? reader.Email : null)
        : new UserRef(id, FormerUser);

    public UserRef? Of(Guid? id) => id is { } known ? Of(known) : null;

    public UserCard? CardOf(Guid id) => cards.GetValueOrDefault(id);
}
