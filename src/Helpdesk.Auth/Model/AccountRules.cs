using FluentValidation;

namespace Helpdesk.Auth.Model;

/// <summary>Rules and sentences for what every account has.</summary>
internal static class AccountRules
{
    public static IRuleBuilderOptionsConditions<T, string> PersonName<T>(this IRuleBuilder<T, string> rule) => rule.PlainLine("Name", "Enter a name.", User.NameLength);

    public static IRuleBuilderOptionsConditions<T, string> PlainLine<T>(
        this IRuleBuilder<T, string> rule, string subject, string whenEmpty, int longest) => rule.Custom((text, context) =>
    {
        var length = TextRules.Length(text.Trim());
        if (length == 0)
        {
            context.AddFailure(whenEmpty);
        }
        else if (!TextRules.IsPlainLine(text.Trim()))
        {
            context.AddFailure($"{subject} contains a character that cannot be used here.");
        }
        else if (length > longest)
        {
            context.AddFailure($"{subject} can have up to {longest} characters. It has {length}.");
        }
    });

    public static IRuleBuilderOptionsConditions<T, string> Email<T>(this IRuleBuilder<T, string> rule) => rule.Custom((email, context) =>
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
