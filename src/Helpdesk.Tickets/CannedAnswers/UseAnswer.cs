using Helpdesk.Platform;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Drafts;
using Helpdesk.Tickets.Views;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.CannedAnswers;

/// <summary>The text of an answer for a ticket, its placeholders filled.</summary>
internal sealed record FilledAnswer(Guid Id, string Name, string Text);

/// <summary>Fills answers for a ticket, and puts one behind what its writer has typed so far.</summary>
internal sealed class UseAnswerHandler(TicketsDbContext db, ListAnswersHandler list, TicketViews views, ReplyDraft draft)
{
    /// <summary>All answers that the person may use, filled for this ticket.</summary>
    public async Task<Outcome<IReadOnlyList<FilledAnswer>>> ShowAsync(Guid ticketId, CurrentUser user, CancellationToken cancellationToken)
    {
        var answers = await list.HandleAsync(user, cancellationToken);
        if (answers.Value is not { } found)
        {
            return answers.Refusal!;
        }

        if (await db.Tickets.AsNoTracking().SingleOrDefaultAsync(ticket => ticket.Id == ticketId, cancellationToken) is not { } ticket)
        {
            return new Refusal.NotFound();
        }

        var view = await views.OfAsync(ticket, user, cancellationToken);
        return found.Select(answer => new FilledAnswer(answer.Id, answer.Name, Placeholders.Fill(answer.Body, view, user))).ToList();
    }

    /// <summary>The reply's draft with the answer at its end.</summary>
    public async Task<Outcome<DraftView>> HandleAsync(Guid ticketId, Guid answerId, string typed, CurrentUser user, CancellationToken cancellationToken)
    {
        var shown = await ShowAsync(ticketId, user, cancellationToken);
        if (shown.Value is not { } answers)
        {
            return shown.Refusal!;
        }

        if (answers.FirstOrDefault(answer => answer.Id == answerId) is not { } chosen)
        {
            return new Refusal.NotFound();
        }

        var kept = await draft.AddAsync(ticketId, typed, chosen.Text, user, cancellationToken);
        await db.CannedAnswers.Where(answer => answer.Id == answerId)
            .ExecuteUpdateAsync(set => set.SetProperty(answer => answer.Uses, answer => answer.Uses + 1), cancellationToken);
        return kept;
    }
}
