using System.Net.Mail;

namespace Helpdesk.Platform.Email;

/// <summary>Reads an address that must be one address and nothing else: no name, no comment, no list.</summary>
internal static class BareAddress
{
    public static MailAddress? TryRead(string address, string name)
    {
        // The framework's reader also takes "Eve <eve@example.com>" and comments; what it made of the text must be the text.
        var cleanName = HeaderText.Name(name);
        return MailAddress.TryCreate(address, cleanName.Length == 0 ? null : cleanName, out var read)
            && string.Equals(read.Address, address, StringComparison.Ordinal)
            && !address.Any(character => char.IsControl(character) || char.IsWhiteSpace(character))
                ? read
                : null;
    }
}
