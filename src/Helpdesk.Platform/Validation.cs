using FluentValidation;

namespace Helpdesk.Platform;

/// <summary>Runs a validator where the rules belong: inside the handler.</summary>
public static class Validation
{
    /// <summary>The refusal that lists every broken rule, or null when there is none.</summary>
    public static Refusal.Invalid? Check<T>(this IValidator<T> validator, T request)
    {
        var result = validator.Validate(request);
        return result.IsValid
            ? null
            : new Refusal.Invalid(result.ToDictionary().ToDictionary(pair => pair.Key, pair => pair.Value));
    }
}
