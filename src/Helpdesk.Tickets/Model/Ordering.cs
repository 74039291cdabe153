namespace Helpdesk.Tickets.Model;

/// <summary>What admins put in an order of their own, from 0.</summary>
internal interface IOrdered
{
    int Position { get; set; }
}

internal static class Ordering
{
    /// <summary>Puts one where it is to stand among the others, at the end when no place is named, and counts all of them anew.</summary>
    public static void Place<T>(this IEnumerable<T> all, T item, int? position)
        where T : class, IOrdered
    {
        var others = all.Where(other => other != item).OrderBy(other => other.Position).ToList();
        others.Insert(Math.Clamp(position ?? others.Count, 0, others.Count), item);
        for (var place = 0; place < others.Count; place++)
        {
            others[place].Position = place;
        }
    }
}
