using Helpdesk.Platform;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.ManageKept;

internal sealed class ListAllAnswersHandler(KeptArranging arranging)
{
    public Task<Outcome<ManagedKeptList>> HandleAsync(CurrentUser user, CancellationToken cancellationToken) => arranging.ListAsync<CannedAnswer>(
        answer => Task.FromResult<IReadOnlyList<string>>([Wording.Of(answer.Body).Preview]),
        user,
        cancellationToken);
}

internal sealed class ArrangeAnswerHandler(KeptArranging arranging)
{
    public Task<Outcome<Done>> HandleAsync(Guid id, ArrangeRequest request, CurrentUser user, CancellationToken cancellationToken) =>
        arranging.ArrangeAsync<CannedAnswer>(id, request, user, cancellationToken);
}
