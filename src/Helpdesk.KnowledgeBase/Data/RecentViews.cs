namespace Helpdesk.KnowledgeBase.Data;

internal static class RecentViews
{
    public const int Days = 30;

    /// <summary>The first of the days that count as recent; days are those of UTC.</summary>
    public static DateOnly Since(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1 - Days);
}
