using Helpdesk.Platform;
using Helpdesk.Platform.Files;
using Helpdesk.Platform.Settings;
using Helpdesk.Tickets.Attach;
using Helpdesk.Tickets.CategoryFields;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.OpenTicket;

/// <summary>Turns the words of a request into the things they stand for: categories, people, files, an earlier ticket.</summary>
internal sealed class OpenTicketReading(TicketsDbContext db, CategoryChoice categories, CopyIn copyIn, FileIntake intake, ISiteSettings settings)
{
    public const string ChooseCategory = "Choose a category.";

    public async Task<Outcome<NewTicket>> ReadAsync(
        OpenTicketRequest request, CurrentUser user, TicketChannel channel, CancellationToken cancellationToken)
    {
        var priority = Words.Read<TicketPriority>(request.Priority);
        if (priority is not null && !user.IsStaff && !(await settings.GetAsync(cancellationToken)).Value(TicketSettings.EmployeesMaySetPriority))
        {
            return new Refusal.Invalid(nameof(request.Priority), "Only the helpdesk sets the priority.");
        }

        if (!string.IsNullOrWhiteSpace(request.Requester) && !user.IsStaff)
        {
            return new Refusal.Forbidden("Only the helpdesk team can file a ticket for somebody else.");
        }

        var chosen = await categories.ReadAsync(request, user, cancellationToken);
        if (chosen.Value is not { } category)
        {
            return chosen.Refusal!;
        }

        var requester = user.Id;
        if (!string.IsNullOrWhiteSpace(request.Requester))
        {
            var found = await copyIn.FindAsync(nameof(request.Requester), [request.Requester], cancellationToken);
            if (found.Value is not { } person)
            {
                return found.Refusal!;
            }

            requester = person.Single();
        }

        var participants = await copyIn.FindAsync(nameof(request.Participants), request.Participants ?? [], cancellationToken);
        if (participants.Value is not { } people)
        {
            return participants.Refusal!;
        }

        Ticket? follows = null;
        if (!string.IsNullOrWhiteSpace(request.Follows))
        {
            follows = await db.Tickets.VisibleTo(user).Called(request.Follows.Trim()).SingleOrDefaultAsync(cancellationToken);
            if (follows is null)
            {
                return new Refusal.Invalid(nameof(request.Follows), "Choose a ticket that you can see.");
            }
        }

        var accepted = await intake.AcceptAsync(request.AttachmentIds, user, cancellationToken);
        if (accepted.Value is not { } files)
        {
            return accepted.Refusal!;
        }

        return new NewTicket
        {
            Number = follows is null ? 0 : await db.NextNumberAsync(cancellationToken),
            Subject = request.Subject.Trim(),
            Description = Wording.Of(request.Description),
            CategoryId = category.Id,
            Extras = category.Extras,
            Routing = category.Routing,
            Priority = priority ?? TicketPriority.Medium,
            RequesterId = requester,
            ParticipantIds = people,
            Tags = Tags.Normalise(request.Tags),
            Channel = channel,
            Files = files,
            Follows = follows,
        };
    }
}
