using Helpdesk.Auth.People;
using Helpdesk.Platform;

namespace Helpdesk.Auth.ShowPerson;

internal sealed class ShowPersonHandler(PersonReading reading)
{
    public async Task<Outcome<PersonView>> HandleAsync(Guid userId, CurrentUser user, CancellationToken cancellationToken) =>
        !user.IsAdmin ? PeopleRules.AdminsOnly
        : await reading.FindAsync(userId, cancellationToken) is { } person ? person
        : new Refusal.NotFound();
}
