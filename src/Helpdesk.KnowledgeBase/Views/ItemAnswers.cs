using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.KnowledgeBase.Views;

/// <summary>Answers over the API with the item as it is now, and its version.</summary>
internal sealed class ItemAnswers(ManagedItems views)
{
    public async Task<IResult> OfAsync(Outcome<Item> outcome, HttpResponse response, CancellationToken cancellationToken)
    {
        var view = outcome.Value is { } item ? await views.OfAsync(item, cancellationToken) : null;
        return outcome.ToApi(_ => Ok(view!, response));
    }

    public static IResult Ok(ManagedItem view, HttpResponse response)
    {
        response.Announce(view.Version);
        return TypedResults.Ok(view);
    }
}
