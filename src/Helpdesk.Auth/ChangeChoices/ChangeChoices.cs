using System.Globalization;
using FluentValidation;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.ChangeChoices;

/// <summary>How pages look and behave for a person. What is left out (null) stays as it is.</summary>
internal sealed record ChangeChoicesRequest
{
    /// <summary>light, dark or system.</summary>
    public string? Theme { get; init; }

    /// <summary>dense or relaxed; "standard" goes by the role.</summary>
    public string? Density { get; init; }

    /// <summary>24 or 12.</summary>
    public string? TimeFormat { get; init; }

    /// <summary>standard, or the seconds in which a sent reply can be taken back: 0, 5, 10 or 30.</summary>
    public string? UndoDelay { get; init; }

    /// <summary>Single-key shortcuts.</summary>
    public bool? KeyboardShortcuts { get; init; }
}

internal sealed record ChoicesView(string Theme, string Density, string TimeFormat, string UndoDelay, bool KeyboardShortcuts)
{
    public static ChoicesView Of(User user) => new(
        user.Theme,
        user.Density.Length == 0 ? Densities.Standard : user.Density,
        user.TimeFormat.Length == 0 ? "24" : user.TimeFormat,
        UndoDelays.Word(user.SendDelay),
        user.HasKeyboardShortcuts);
}

internal static class Densities
{
    public const string Standard = "standard";

    public static readonly IReadOnlyList<(string Word, string Text, string Hint)> All =
    [
        (Standard, "Standard", "Dense where agents work, roomy elsewhere."),
        ("dense", "Dense", "More on one screen."),
        ("relaxed", "Relaxed", "Larger rows and text."),
    ];
}

internal static class UndoDelays
{
    public static readonly IReadOnlyList<(string Word, string Text)> All =
        [(Densities.Standard, "As the helpdesk has it"), ("0", "Send at once"), ("5", "5 seconds"), ("10", "10 seconds"), ("30", "30 seconds")];

    public static string Word(int? seconds) => seconds?.ToString(CultureInfo.InvariantCulture) ?? Densities.Standard;

    public static int? Seconds(string word) => word == Densities.Standard ? null : int.Parse(word, CultureInfo.InvariantCulture);
}

internal sealed class ChangeChoicesValidator : AbstractValidator<ChangeChoicesRequest>
{
    public ChangeChoicesValidator()
    {
        RuleFor(request => request.Theme).Must(theme => theme is null or "light" or "dark" or "system").WithMessage("Choose a theme.");
        RuleFor(request => request.Density)
            .Must(density => density is null || Densities.All.Any(known => known.Word == density)).WithMessage("Choose a density.");
        RuleFor(request => request.UndoDelay)
            .Must(delay => delay is null || UndoDelays.All.Any(known => known.Word == delay)).WithMessage("Choose an undo delay.");
        RuleFor(request => request.TimeFormat).Must(format => format is null or "24" or "12").WithMessage("Choose a time format.");
    }
}

internal sealed class ChangeChoicesHandler(AuthDbContext db, ChangeChoicesValidator validator)
{
    public async Task<Outcome<ChoicesView>> HandleAsync(ChangeChoicesRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (validator.Check(request) is { } invalid)
        {
            return invalid;
        }

        var me = await db.Users.SingleAsync(found => found.Id == user.Id, cancellationToken);
        me.Theme = request.Theme ?? me.Theme;
        me.Density = request.Density is null ? me.Density : request.Density == Densities.Standard ? "" : request.Density;
        me.TimeFormat = request.TimeFormat ?? me.TimeFormat;
        me.SendDelay = request.UndoDelay is { } delay ? UndoDelays.Seconds(delay) : me.SendDelay;
        me.HasKeyboardShortcuts = request.KeyboardShortcuts ?? me.HasKeyboardShortcuts;
        await db.SaveChangesAsync(cancellationToken);
        return ChoicesView.Of(me);
    }
}

internal sealed class ShowChoicesHandler(AuthDbContext db)
{
    public async Task<Outcome<ChoicesView>> HandleAsync(CurrentUser user, CancellationToken cancellationToken) =>
        ChoicesView.Of(await db.Users.AsNoTracking().SingleAsync(found => found.Id == user.Id, cancellationToken));
}
