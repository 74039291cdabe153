using FluentValidation;
using Helpdesk.Auth.Data;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.ChangeTheme;

internal sealed record ChangeThemeRequest
{
    public string Theme { get; init; } = "";
}

internal sealed class ChangeThemeValidator : AbstractValidator<ChangeThemeRequest>
{
    public ChangeThemeValidator() =>
        RuleFor(request => request.Theme).Must(theme => theme is "light" or "dark" or "system").WithMessage("Choose a theme.");
}

internal sealed class ChangeThemeHandler(AuthDbContext db, ChangeThemeValidator validator)
{
    public async Task<Outcome<Done>> HandleAsync(ChangeThemeRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (validator.Check(request) is { } invalid)
        {
            return invalid;
        }

        var me = await db.Users.SingleAsync(found => found.Id == user.Id, cancellationToken);
        me.Theme = request.Theme;
        await db.SaveChangesAsync(cancellationToken);
        return Done.It;
    }
}
