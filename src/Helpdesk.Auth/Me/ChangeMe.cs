using FluentValidation;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.Me;

/// <summary>What is left out (null) stays as it is.</summary>
internal sealed record ChangeMeRequest
{
    public string? Name { get; init; }

    public string? TimeZone { get; init; }

    public string? Language { get; init; }
}

internal sealed class ChangeMeValidator : AbstractValidator<ChangeMeRequest>
{
    public ChangeMeValidator()
    {
        RuleFor(request => request.Name!).PersonName().When(request => request.Name is not null);
        RuleFor(request => request.TimeZone!).TimeZone().When(request => request.TimeZone is not null);
        RuleFor(request => request.Language!).Language().When(request => request.Language is not null);
    }
}

internal sealed class ChangeMeHandler(AuthDbContext db, ChangeMeValidator validator, AuditLog audit)
{
    public async Task<Outcome<UserView>> HandleAsync(ChangeMeRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (validator.Check(request) is { } invalid)
        {
            return invalid;
        }

        var me = await db.Users.SingleAsync(found => found.Id == user.Id, cancellationToken);
        me.Name = request.Name?.Trim() ?? me.Name;
        me.TimeZone = request.TimeZone ?? me.TimeZone;
        me.Language = request.Language ?? me.Language;
        // Which fields, not their values: what was recorded stays when the person is forgotten.
        var changed = db.Entry(me).Properties.Where(property => property.IsModified).Select(property => property.Metadata.Name).ToList();
        if (changed.Count > 0)
        {
            audit.Add(db, "account.profile-changed", AuditSubject.Person(me.Id), new { changed });
        }

        await db.SaveChangesAsync(cancellationToken);
        return UserView.Of(me);
    }
}
