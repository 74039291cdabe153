using FluentValidation;
using Helpdesk.Auth.ApiKeys;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.ManageApiKeys;

internal sealed record RenameApiKeyRequest
{
    /// <summary>What uses it, for people to know.</summary>
    public string Name { get; init; } = "";
}

internal sealed class RenameApiKeyValidator : AbstractValidator<RenameApiKeyRequest>
{
    public RenameApiKeyValidator() => RuleFor(request => request.Name).PlainLine("Name", "Enter a name.", ApiKey.NameLength);
}

/// <summary>Gives a key another name; what it may do and whom it acts for stay.</summary>
internal sealed class RenameApiKeyHandler(AuthDbContext db, RenameApiKeyValidator validator, AuditLog audit, TimeProvider clock)
{
    public async Task<Outcome<ApiKeyView>> HandleAsync(Guid id, RenameApiKeyRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsAdmin)
        {
            return KeyRefusals.AdminsOnly;
        }

        if (await db.ApiKeys.Where(key => key.Id == id).WithOwners(db).SingleOrDefaultAsync(cancellationToken) is not { Key: var key, Owner: var owner })
        {
            return new Refusal.NotFound();
        }

        if (validator.Check(request) is { } invalid)
        {
            return invalid;
        }

        var name = request.Name.Trim();
        if (name != key.Name)
        {
            audit.Add(db, "key.renamed", KeySubject.Of(key.Id), new { from = key.Name, to = name });
            key.Name = name;
            await db.SaveChangesAsync(cancellationToken);
        }

        return ApiKeyView.Of(key, owner, clock.GetUtcNow());
    }
}
