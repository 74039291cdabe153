namespace Helpdesk.Auth.InvitePeople;

/// <summary>Reads lines as mail programs write recipients: "Name &lt;address&gt;", or the bare address, whose first part is then the name.</summary>
internal static class InvitationText
{
    public static IReadOnlyList<InvitationLine> Read(string text) =>
    [
        .. text.ReplaceLineEndings("\n").Split('\n').Index()
            .Where(line => !string.IsNullOrWhiteSpace(line.Item))
            .Select(line => Read(line.Index + 1, line.Item.Trim().TrimEnd(',', ';'))),
    ];

    private static InvitationLine Read(int number, string line)
    {
        var open = line.LastIndexOf('<');
        if (open >= 0 && line.EndsWith('>'))
        {
            var email = line[(open + 1)..^1].Trim();
            var name = line[..open].Trim().Trim('"').Trim();
            return new InvitationLine(number, line, name.Length == 0 ? NameOf(email) : name, email, null);
        }

        return new InvitationLine(number, line, NameOf(line), line, null);
    }

    private static string NameOf(string email) => email.LastIndexOf('@') is > 0 and var at ? email[..at] : email;
}
