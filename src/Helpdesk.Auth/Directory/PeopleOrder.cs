using System.Globalization;

namespace Helpdesk.Auth.Directory;

/// <summary>The order in which people look for a name; the database sorts by code points.</summary>
internal static class PeopleOrder
{
    public static readonly IComparer<string> Comparer = Comparer<string>.Create(Compare);

    public static int Compare(string one, string other) => CultureInfo.InvariantCulture.CompareInfo.Compare(one, other, CompareOptions.IgnoreCase);
}
