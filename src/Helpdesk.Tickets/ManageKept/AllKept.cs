using System.Globalization;
using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Tickets.Views;

namespace Helpdesk.Tickets.ManageKept;

/// <summary>The list as its page shows it: below one address it is arranged, below the other changed and removed.</summary>
internal sealed record AllKept(string ArrangeAt, string ChangeAt, IReadOnlyList<ManagedKept> Items, IReadOnlyList<TeamCard> Teams, CurrentUser Reader)
{
    /// <summary>Such as: Dana Diaz · Team Network · used 12 times.</summary>
    public string WordsOf(ManagedKept kept) => string.Create(
        CultureInfo.InvariantCulture,
        $"{kept.Owner.Name} · {(kept.Sharing == SharingWords.Own ? "only its owner" : SharingWords.Say(kept.Sharing, Teams))} · used {kept.Uses:N0} {(kept.Uses == 1 ? "time" : "times")}");

    /// <summary>What others keep for themselves is theirs to write.</summary>
    public bool MayChange(ManagedKept kept) => kept.Owner.Id == Reader.Id || kept.Sharing != SharingWords.Own;
}
