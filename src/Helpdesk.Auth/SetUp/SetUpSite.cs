using FluentValidation;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.SetUp;

internal sealed record SetUpSiteRequest
{
    public string Name { get; init; } = "";

    public string TimeZone { get; init; } = "";

    public string Language { get; init; } = "";
}

internal sealed class SetUpSiteValidator : AbstractValidator<SetUpSiteRequest>
{
    public const int NameLength = 100;

    public SetUpSiteValidator()
    {
        RuleFor(request => request.Name).PlainLine("Name", "Enter a name.", NameLength);
        RuleFor(request => request.TimeZone).TimeZone();
        RuleFor(request => request.Language).Language();
    }
}

/// <summary>What the site is called and where it is.</summary>
internal sealed class SetUpSiteHandler(AuthDbContext db, SetUpSiteValidator validator, ISiteSettings settings)
{
    public async Task<Outcome<Done>> HandleAsync(SetUpSiteRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        var site = await settings.GetAsync(cancellationToken);
        if (!user.IsAdmin || site.IsSetUp)
        {
            return new Refusal.NotFound();
        }

        if (validator.Check(request) is { } invalid)
        {
            return invalid;
        }

        // The first administrator is where the site is, until their profile says otherwise.
        var admin = await db.Users.SingleAsync(found => found.Id == user.Id, cancellationToken);
        admin.TimeZone = request.TimeZone;
        admin.Language = request.Language;
        await db.SaveChangesAsync(cancellationToken);
        await settings.ChangeAsync(
            site with { Name = request.Name.Trim(), TimeZone = request.TimeZone, Language = request.Language }, user.Id, cancellationToken);
        return Done.It;
    }
}
