using Helpdesk.Auth.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.Data;

/// <summary>Conditions that more than one use case asks for.</summary>
internal static class UserQueries
{
    public const int LongestSearch = 200;

    /// <summary>People whose name or address holds the text, in any case of letters. The trigram index is over this same expression.</summary>
    public static IQueryable<User> Holding(this IQueryable<User> users, string text)
    {
        var anywhere = $"%{Pattern(text)}%";
        return users.Where(user => EF.Functions.ILike(user.Name + " " + user.Email, anywhere, "\\"));
    }

    /// <summary>The text itself as a pattern.</summary>
    public static string Pattern(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
