namespace Helpdesk.Platform;

/// <summary>The present as the database keeps it: finer digits would differ between an answer and a later reading.</summary>
public static class Moment
{
    public static DateTimeOffset Now(this TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
