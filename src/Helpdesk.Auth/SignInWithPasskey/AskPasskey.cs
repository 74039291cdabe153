using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.Passkeys;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.SignInWithPasskey;

/// <summary>The question to a browser of somebody who is not signed in. It costs no row, so it needs no bound of its own.</summary>
internal sealed class AskPasskeyHandler(AuthDbContext db, PasskeyCeremony ceremony)
{
    /// <summary>Any passkey of this site may answer.</summary>
    public async Task<Outcome<PasskeyQuestion>> HandleAsync() => await ceremony.AskAsync(null);

    /// <summary>One of this person's passkeys may answer; null when there is none.</summary>
    public async Task<PasskeyQuestion?> ForAsync(User user, CancellationToken cancellationToken) =>
        await db.Passkeys.AnyAsync(passkey => passkey.UserId == user.Id, cancellationToken) ? await ceremony.AskAsync(user) : null;
}
