using FluentValidation;
using Helpdesk.Auth.Model;
using Helpdesk.Platform;

namespace Helpdesk.Auth.People;

/// <summary>What every door of the people's pages has in common.</summary>
internal static class PeopleRules
{
    public static readonly Refusal.Forbidden AdminsOnly = new("Only administrators see and change people.");

    public static readonly string ChooseRole = $"Choose a role: {Words.Choices<Role>()}.";

    public static IRuleBuilderOptions<T, string?> RoleWord<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(word => word is null || Words.Read<Role>(word) is not null).WithMessage(ChooseRole);

    public static string Name(Role role) => role switch
    {
        Role.Employee => "Employee",
        Role.Agent => "Agent",
        Role.Admin => "Administrator",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    /// <summary>"an agent", for sentences.</summary>
    public static string WithArticle(Role role) => $"an {Name(role).ToLowerInvariant()}";
}

/// <summary>Name and address of somebody who is to get an account.</summary>
internal sealed record NamedAddress(string Name, string Email)
{
    public string NormalizedEmail => User.Normalize(EmailAddress.Read(Email) ?? Email);
}

internal sealed class NamedAddressValidator : AbstractValidator<NamedAddress>
{
    public static readonly NamedAddressValidator Rules = new();

    private NamedAddressValidator()
    {
        RuleFor(person => person.Email).Email();
        RuleFor(person => person.Name).PersonName();
    }

    /// <summary>The first sentence that is wrong with it; null when nothing is.</summary>
    public string? Fault(NamedAddress person) => Validate(person).Errors.FirstOrDefault()?.ErrorMessage;
}
