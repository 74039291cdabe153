using System.Text.Json.Serialization;
using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;

namespace Helpdesk.Tickets.Search;

/// <summary>What was found, kind by kind. People are there for the team alone.</summary>
internal sealed record SearchView(
    FoundTickets Tickets,
    FoundArticles Articles,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] FoundPeople? People,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? CorrectedTo)
{
    [JsonIgnore]
    public bool IsNothing => Tickets.Items.Count == 0 && Articles.Items.Count == 0 && People is null or { Items.Count: 0 };
}

/// <summary>The best first, with how many were looked at; of common words there are more, which nobody counts.</summary>
internal sealed record FoundTickets(IReadOnlyList<FoundTicket> Items, int Count, bool IsAtLeast, bool IsMore)
{
    public static FoundTickets None { get; } = new([], 0, false, false);
}

/// <summary>The best of the knowledge base, with how many there are.</summary>
internal sealed record FoundArticles(IReadOnlyList<ItemHit> Items, int Count, bool IsMore)
{
    public static FoundArticles None { get; } = Of(ItemHits.None);

    public static FoundArticles Of(ItemHits hits) => new(hits.Items, hits.Count, hits.Count > hits.Items.Count);
}

internal sealed record FoundTicket
{
    public required Guid Id { get; init; }

    public required int Number { get; init; }

    public required string Subject { get; init; }

    /// <summary>The subject as HTML, the words that were found in mark elements.</summary>
    public required string SubjectHtml { get; init; }

    /// <summary>The place where the words stand, or how the last message begins; as HTML.</summary>
    public required string ExcerptHtml { get; init; }

    public required IReadOnlyList<FoundIn> FoundIn { get; init; }

    public required TicketStatus Status { get; init; }

    public required UserRef Requester { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}

internal sealed record FoundPeople(IReadOnlyList<FoundPerson> Items, bool IsMore);

internal sealed record FoundPerson(Guid Id, string Name, string Email, string NameHtml, string EmailHtml, bool IsActive);

/// <summary>Where a ticket matched.</summary>
internal enum FoundIn
{
    Number = 0,
    Subject = 1,
    Message = 2,
    Note = 3,
}
