using Helpdesk.Platform;
using Helpdesk.Tickets.ChangeTicket;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Reply;
using Helpdesk.Tickets.ShareWork;

namespace Helpdesk.Tickets.Macros;

/// <summary>The state that goes with a reply, if any.</summary>
internal readonly record struct ReplyStatus(TicketStatus? Status);

/// <summary>What a macro does beside the reply that it came with.</summary>
internal sealed class ReplyMacro(MacroChanges changes, TeamWork work, ChangeMails mails)
{
    /// <summary>Makes the changes, if a macro was chosen. The state that the writer chose wins over the macro's.</summary>
    public async Task<Outcome<ReplyStatus>> MakeAsync(Ticket ticket, ReplyRequest request, CurrentUser user, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var chosen = Words.Read<TicketStatus>(request.Status);
        if (request.MacroId is not { } id)
        {
            return new ReplyStatus(chosen);
        }

        var made = await changes.MakeAsync(ticket, id, user, now, cancellationToken);
        return made.Value is { } macro ? new ReplyStatus(chosen ?? MacroChange.Read(macro.Change).ReadStatus) : made.Refusal!;
    }

    /// <summary>What waits until the reply has moved the ticket: its new team shares it out. The change of state is told by the reply itself; a new assignee hears of it apart.</summary>
    public async Task FinishAsync(Ticket ticket, ReplyRequest request, CurrentUser user, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (request.MacroId is not null)
        {
            await work.ShareAsync(ticket, now, cancellationToken);
            await mails.TellAssigneeAsync(ticket, user.Id, cancellationToken);
        }
    }
}
