using Helpdesk.Platform.Audit;

namespace Helpdesk.KnowledgeBase.Data;

internal static class ItemSubject
{
    public static AuditSubject Of(Guid itemId) => new("item", itemId.ToString());
}
