using FluentValidation;

namespace Helpdesk.Auth.Model;

/// <summary>Rules and sentences for what every account has.</summary>
internal static class AccountRules
{
    public static void PersonName<T>(this IRuleBuilder<T, string> rule) => rule.Custom((name, context) =>
    {
        var length = TextRules.Length(name.Trim());
        if (length == 0)
        {
            context.AddFailure("Enter a name.");
        }
        else if (!TextRules.IsPlainLine(name.Trim()))
        {
            context.AddFailure("Name contains a character that cannot be used here.");
        }
        else if (length > User.NameLength)
        {
            context.AddFailure($"Name can have up to {User.NameLength} characters. It has {length}.");
        }
    });

    public static void Email<T>(this IRuleBuilder<T, string> rule) => rule.Custom((email, context) =>
    {
        if (email.Trim().Length > EmailAddress.Length)
        {
            context.AddFailure($"E-mail address can have up to {EmailAddress.Length} characters. It has {email.Trim().Length}.");
        }
        else if (EmailAddress.Read(email) is null)
        {
            context.AddFailure("Enter an e-mail address like name@example.com.");
        }
    });
}
