using Helpdesk.Auth.Data;
using Helpdesk.Auth.Passkeys;
using Helpdesk.Platform;

namespace Helpdesk.Auth.ChangePasskey;

internal sealed record RenamePasskeyRequest
{
    public string Name { get; init; } = "";
}

internal sealed class RenamePasskeyHandler(AuthDbContext db)
{
    public async Task<Outcome<PasskeyView>> HandleAsync(Guid id, RenamePasskeyRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await PasskeyRows.FindAsync(db, user.Id, id, cancellationToken) is not { } passkey)
        {
            return new Refusal.NotFound();
        }

        if (PasskeyNames.Check(request.Name) is { } wrong)
        {
            return wrong;
        }

        passkey.Data.Name = request.Name.Trim();
        await db.SaveChangesAsync(cancellationToken);
        return await ShowAsync(id, user, cancellationToken);
    }

    public async Task<Outcome<PasskeyView>> ShowAsync(Guid id, CurrentUser user, CancellationToken cancellationToken) =>
        (await PasskeyRows.ListAsync(db, user.Id, cancellationToken)).Find(passkey => passkey.Id == id) is { } found
            ? found
            : new Refusal.NotFound();
}
