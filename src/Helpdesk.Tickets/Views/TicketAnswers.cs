using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Model;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Tickets.Views;

/// <summary>Answers a change over the API with the ticket as it is now, and its version.</summary>
internal sealed class TicketAnswers(TicketViews views)
{
    public async Task<IResult> OfAsync(Outcome<Ticket> changed, CurrentUser user, HttpResponse response, CancellationToken cancellationToken)
    {
        var view = changed.Value is { } ticket ? await views.OfAsync(ticket, user, cancellationToken) : null;
        return changed.ToApi(_ =>
        {
            response.Announce(view!.Version);
            return TypedResults.Ok(view);
        });
    }
}
