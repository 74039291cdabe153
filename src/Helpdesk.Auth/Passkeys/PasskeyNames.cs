using Helpdesk.Auth.Model;
using Helpdesk.Platform;

namespace Helpdesk.Auth.Passkeys;

internal static class PasskeyNames
{
    /// <summary>In characters.</summary>
    public const int Length = 100;

    public static Refusal.Invalid? Check(string name)
    {
        const string field = "Name";
        return name.Trim().Length == 0 ? new Refusal.Invalid(field, "Enter a name.")
            : TextRules.Length(name) > Length ? new Refusal.Invalid(field, $"Name can have up to {Length} characters. It has {TextRules.Length(name)}.")
            : !TextRules.IsPlainLine(name) ? new Refusal.Invalid(field, "Name contains a character that cannot be used here.")
            : null;
    }
}
