using Helpdesk.Auth.Data;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.Me;

internal sealed class ShowMeHandler(AuthDbContext db)
{
    public async Task<Outcome<UserView>> HandleAsync(CurrentUser user, CancellationToken cancellationToken) =>
        UserView.Of(await db.Users.AsNoTracking().SingleAsync(found => found.Id == user.Id, cancellationToken));
}
