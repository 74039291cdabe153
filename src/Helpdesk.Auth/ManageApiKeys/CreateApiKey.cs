using FluentValidation;
using Helpdesk.Auth.ApiKeys;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Http.Json;

namespace Helpdesk.Auth.ManageApiKeys;

internal sealed record CreateApiKeyRequest
{
    /// <summary>What uses it, for people to know.</summary>
    public string Name { get; init; } = "";

    /// <summary>read, write or admin.</summary>
    public string? Scope { get; init; }

    /// <summary>1 to 365; 90 when it is not named, null for never.</summary>
    public Named<int?> ExpiresInDays { get; init; }
}

internal sealed class CreateApiKeyValidator : AbstractValidator<CreateApiKeyRequest>
{
    public CreateApiKeyValidator()
    {
        RuleFor(request => request.Name).PlainLine("Name", "Enter a name.", ApiKey.NameLength);
        RuleFor(request => request.Scope)
            .Must(word => Words.Read<KeyScope>(word) is not null).WithMessage($"Choose what it may do: {Words.Choices<KeyScope>()}.");
        RuleFor(request => request.ExpiresInDays)
            .Must(days => days.Value is null or (>= 1 and <= ApiKey.MostDays)).WithMessage($"A key can work for 1 to {ApiKey.MostDays} days, or never expire.");
    }
}

/// <summary>A new key, with the only sight of it that there ever is.</summary>
internal sealed record CreatedApiKeyView : ApiKeyView
{
    public CreatedApiKeyView(ApiKeyView view, string key)
        : base(view) => Key = key;

    public string Key { get; }
}

/// <summary>Makes a key that acts for whoever makes it.</summary>
internal sealed class CreateApiKeyHandler(AuthDbContext db, CreateApiKeyValidator validator, StepUp stepUp, AuditLog audit, TimeProvider clock)
{
    public async Task<Outcome<CreatedApiKeyView>> HandleAsync(CreateApiKeyRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsAdmin)
        {
            return KeyRefusals.AdminsOnly;
        }

        if (stepUp.Demand(user) is { } prove)
        {
            return prove;
        }

        if (validator.Check(request) is { } invalid)
        {
            return invalid;
        }

        var now = clock.GetUtcNow();
        var days = request.ExpiresInDays.IsNamed ? request.ExpiresInDays.Value : ApiKey.StandardDays;
        var (key, secret) = ApiKey.Create(user.Id, request.Name.Trim(), Words.Read<KeyScope>(request.Scope)!.Value, days, now);
        db.Add(key);
        audit.Add(db, "key.created", KeySubject.Of(key.Id), new { key.Name, scope = Words.Of(key.Scope), expiresAt = key.ExpiresAt });
        await db.SaveChangesAsync(cancellationToken);
        return new CreatedApiKeyView(ApiKeyView.Of(key, new KeyOwner(user.Id, user.Name), now), secret);
    }
}
