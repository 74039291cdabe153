using Helpdesk.Platform;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.Drafts;

/// <summary>Where a composer's draft is kept.</summary>
internal static class DraftUrls
{
    public const string New = "/drafts/new";

    public static string Of(DraftKind kind, Guid ticketId) => $"/drafts/{Words.Of(kind)}/{ticketId}";

    public static string Discard(string draft) => $"{draft}?handler=discard";
}
