using Helpdesk.Platform;
using Helpdesk.Platform.Ui;

namespace Helpdesk.KnowledgeBase.KeepWriting;

internal static class WriterWords
{
    /// <summary>"Dana is editing since 14:30.", empty when nobody is.</summary>
    public static string Say(IReadOnlyList<OtherWriter> others, CurrentUser reader) =>
        string.Join(' ', others.Select(other => $"{other.Writer.Name} is editing since {WhenText.Clock(other.Since, reader.TimeZone, reader)}."));
}
