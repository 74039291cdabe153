using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Ui;

namespace Helpdesk.KnowledgeBase.PublishItem;

internal static class PublishWords
{
    /// <summary>What became of an item, for the one who published it.</summary>
    public static string Of(Item item, CurrentUser reader) =>
        item.PublishAt is { } at ? $"It will be published on {WhenText.Full(at, reader)}, {LocalDays.ZoneOf(reader).Id}."
        : item.Visibility == Visibility.Internal ? "Published. Agents see it now."
        : "Published. Readers see it now.";
}
