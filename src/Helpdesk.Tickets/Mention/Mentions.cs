using System.Text.RegularExpressions;
using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Tickets.Mails;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.Mention;

/// <summary>Finds the people of the team that a text names with "@", and lets them know.</summary>
internal sealed partial class Mentions(IUserDirectory people, TicketPost post)
{
    /// <summary>About is the message or note, by the name of the mail's parameter; those in told hear of it anyway.</summary>
    public async Task TellAsync(
        Ticket ticket, string body, (string Name, Guid Id) about, CurrentUser author, IReadOnlyCollection<Guid> told, CancellationToken cancellationToken)
    {
        // Only the team can be called, and only by one of its own.
        if (!author.IsStaff || !body.Contains('@', StringComparison.Ordinal))
        {
            return;
        }

        var named = NamedIn(body, await people.StaffAsync(cancellationToken)).Where(id => id != author.Id && !told.Contains(id)).ToList();
        if (named.Count > 0)
        {
            await post.TellAsync(new TicketTidings(TicketNews.Mentioned, MentionMail.Kind, author.Id) { About = about }, ticket, named, cancellationToken);
        }
    }

    /// <summary>By the whole name, or by a first name that only one of them has. The longest name that fits wins; code names nobody.</summary>
    public static IReadOnlyCollection<Guid> NamedIn(string body, IReadOnlyList<UserCard> staff)
    {
        var text = Code().Replace(body, " ");
        var first = staff.GroupBy(member => member.Name.Split(' ', 2)[0], StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() == 1)
            .Select(group => (Name: group.Key, group.Single().Id));
        var names = staff.Select(member => (member.Name, member.Id)).Concat(first).OrderByDescending(name => name.Name.Length).ToList();
        var found = new HashSet<Guid>();
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            var rest = text.AsSpan(at + 1);
            if (at > 0 && char.IsLetterOrDigit(text[at - 1]))
            {
                continue;
            }

            foreach (var (name, id) in names)
            {
                if (rest.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (rest.Length == name.Length || !char.IsLetterOrDigit(rest[name.Length])))
                {
                    found.Add(id);
                    break;
                }
            }
        }

        return found;
    }

    [GeneratedRegex("```.*?(```|$)|`[^`\n]*`", RegexOptions.Singleline)]
    private static partial Regex Code();
}
