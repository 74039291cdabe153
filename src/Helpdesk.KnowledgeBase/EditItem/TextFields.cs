using Helpdesk.KnowledgeBase.ChangeItem;
using Helpdesk.KnowledgeBase.Views;

namespace Helpdesk.KnowledgeBase.EditItem;

/// <summary>The fields of a text, and the item that they belong to.</summary>
internal sealed record TextFields(ItemForm Form, ManagedItem Item);
