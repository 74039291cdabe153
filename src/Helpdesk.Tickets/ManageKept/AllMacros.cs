using Helpdesk.Platform;
using Helpdesk.Tickets.Macros;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.ManageKept;

internal sealed class ListAllMacrosHandler(KeptArranging arranging, MacroWords words)
{
    public Task<Outcome<ManagedKeptList>> HandleAsync(CurrentUser user, CancellationToken cancellationToken) => arranging.ListAsync<Macro>(
        async macro => [.. await words.OfAsync(MacroChange.Read(macro.Change), cancellationToken), .. macro.Reply.Length > 0 ? ["Reply"] : Array.Empty<string>()],
        user,
        cancellationToken);
}

internal sealed class ArrangeMacroHandler(KeptArranging arranging)
{
    public Task<Outcome<Done>> HandleAsync(Guid id, ArrangeRequest request, CurrentUser user, CancellationToken cancellationToken) =>
        arranging.ArrangeAsync<Macro>(id, request, user, cancellationToken);
}
