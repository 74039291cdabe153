using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;

namespace Helpdesk.Tickets.Views;

/// <summary>What somebody keeps or may use, as it is told to them.</summary>
internal interface IKeptView
{
    Guid Id { get; }

    string Name { get; }

    /// <summary>own, everybody, or the id of a team.</summary>
    string Sharing { get; }

    bool IsMine { get; }
}

/// <summary>A line of a list of what is kept, with what it does and who sees it.</summary>
internal sealed record KeptRow(Guid Id, string Name, IReadOnlyList<string> Hints, bool MayChange)
{
    public static KeptRow Of(IKeptView kept, CurrentUser user, IReadOnlyList<TeamCard> teams, params string[] hints) => new(
        kept.Id,
        kept.Name,
        [.. hints, SharingWords.Say(kept.Sharing, teams)],
        kept.IsMine || (user.IsAdmin && kept.Sharing != SharingWords.Own));
}

/// <summary>The lines, and the address below which each is changed.</summary>
internal sealed record KeptList(string Path, IReadOnlyList<KeptRow> Rows);
