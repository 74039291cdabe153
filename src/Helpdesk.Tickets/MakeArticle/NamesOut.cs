using System.Text.RegularExpressions;
using Helpdesk.Auth.Contracts;

namespace Helpdesk.Tickets.MakeArticle;

/// <summary>Takes out of a text who it was about: an article is read by everybody.</summary>
internal sealed partial class NamesOut
{
    private const string Name = "[name]";
    private const string Address = "[e-mail address]";
    private const int ShortestPart = 3;

    private readonly Regex? names;

    public NamesOut(IEnumerable<UserCard> people)
    {
        // Whole names first, or the first name would go alone.
        var words = people.SelectMany(person => person.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length >= ShortestPart).Append(person.Name))
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(word => word.Length)
            .Select(Regex.Escape)
            .ToList();
        names = words.Count == 0
            ? null
            : new Regex($@"(?<![\p{{L}}\p{{N}}])(?:{string.Join('|', words)})(?![\p{{L}}\p{{N}}])", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    public string Of(string text)
    {
        var without = EmailAddress().Replace(text, Address);
        return names?.Replace(without, Name) ?? without;
    }

    [GeneratedRegex(@"(?:mailto:)?[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+", RegexOptions.CultureInvariant)]
    private static partial Regex EmailAddress();
}
