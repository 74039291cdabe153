using System.Globalization;
using System.Text.Json.Serialization;
using FluentValidation;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Data;
using Helpdesk.Tickets.Attach;
using Helpdesk.Tickets.CategoryFields;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Mails;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.ReadBefore;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.OpenTicket;

internal sealed record OpenTicketRequest
{
    public string Subject { get; init; } = "";

    /// <summary>Markdown; becomes the first message.</summary>
    public string Description { get; init; } = "";

    /// <summary>Name or id.</summary>
    public string Category { get; init; } = "";

    /// <summary>What the category asks, by the keys of its fields.</summary>
    [JsonConverter(typeof(FieldTexts))]
    public Dictionary<string, string>? Fields { get; init; }

    /// <summary>low, medium, high or urgent; the category's, else medium, when nothing is said.</summary>
    public string? Priority { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>E-mail addresses or ids of people to copy in.</summary>
    public IReadOnlyList<string>? Participants { get; init; }

    /// <summary>Files that the writer sent before, for a ticket that has no id yet.</summary>
    public List<Guid>? AttachmentIds { get; init; }

    /// <summary>For the team: e-mail address or id of the person for whom it is filed.</summary>
    public string? Requester { get; init; }

    /// <summary>Number or id of the closed ticket that this one continues.</summary>
    public string? Follows { get; init; }

    /// <summary>Ids of the knowledge-base items that its writer read and that did not help; the team sees them.</summary>
    public List<Guid>? Read { get; init; }
}

internal sealed class OpenTicketValidator : AbstractValidator<OpenTicketRequest>
{
    public static readonly OpenTicketValidator Rules = new();

    public OpenTicketValidator()
    {
        RuleFor(request => request.Subject).Line("Subject", Ticket.SubjectLength);
        RuleFor(request => request.Description).Markdown("Description", "Enter a description.");
        RuleFor(request => request.Category).Must(name => !string.IsNullOrWhiteSpace(name)).WithMessage(OpenTicketReading.ChooseCategory);
        RuleFor(request => request.Priority)
            .Must(word => string.IsNullOrEmpty(word) || Words.Read<TicketPriority>(word) is not null)
            .WithMessage(TextRules.Choose<TicketPriority>("priority"));
        RuleFor(request => request.Tags).Custom((tags, context) =>
        {
            if (Tags.Fault(Tags.Normalise(tags)) is { } fault)
            {
                context.AddFailure(fault);
            }
        });
        RuleFor(request => request.Participants)
            .Must(people => people is null || people.Count <= CopyIn.Maximum)
            .WithMessage($"You can copy in up to {CopyIn.Maximum} people.");
        RuleFor(request => request.Read)
            .Must(items => items is null || items.Count <= ItemRead.Most)
            .WithMessage($"You can name up to {ItemRead.Most} articles.");
    }
}

internal sealed class OpenTicketHandler(
    TicketsDbContext db, OpenTicketReading reading, ReadBeforeAsking readBefore, FirstAssignment first, TicketPost post, AuditLog audit, TimeProvider clock)
{
    private const int PerHour = 20;

    public Task<Outcome<Ticket>> HandleAsync(
        OpenTicketRequest request, CurrentUser user, TicketChannel channel, CancellationToken cancellationToken) =>
        db.AgainWhenStaleAsync(() => TryAsync(request, user, channel, cancellationToken), cancellationToken);

    private async Task<Outcome<Ticket>> TryAsync(
        OpenTicketRequest request, CurrentUser user, TicketChannel channel, CancellationToken cancellationToken)
    {
        if (OpenTicketValidator.Rules.Check(request) is { } invalid)
        {
            return invalid;
        }

        var now = clock.Now();
        if (!user.IsStaff && await TooManyAsync(user, now, cancellationToken) is { } later)
        {
            return later;
        }

        var read = await reading.ReadAsync(request, user, channel, cancellationToken);
        if (read.Value is not { } what)
        {
            return read.Refusal!;
        }

        var ticket = Ticket.Open(what, user, now);
        what.Follows?.GetFollowUp(ticket, user, now);
        db.Add(ticket);
        await readBefore.AddAsync(ticket, request.Read ?? [], user, cancellationToken);
        if (ticket.ParticipantIds.Length > 0)
        {
            // Whoever is copied in may read all of it from now on.
            audit.Add(db, "ticket.shared", new AuditSubject("ticket", ticket.Id.ToString()), new { people = ticket.ParticipantIds });
        }

        db.Attach(ticket.Messages[0], what.Files);
        await db.EndDraftAsync(user.Id, DraftKind.New, Guid.Empty, cancellationToken);

        await post.TellAsync(
            new TicketTidings(TicketNews.Received, TicketReceivedMail.Kind, user.Id), ticket, [ticket.RequesterId], cancellationToken);
        await first.GiveAsync(ticket, user, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await readBefore.TellAsync(ticket, user, cancellationToken);
        return ticket;
    }

    private async Task<Refusal?> TooManyAsync(CurrentUser user, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var hourAgo = now - TimeSpan.FromHours(1);
        var id = user.Id;
        var times = await db.Tickets
            // Nothing is updated before it is created; asked this way, the requester's index gives the last hour alone.
            .Where(ticket => ticket.RequesterId == id && ticket.UpdatedAt > hourAgo && ticket.CreatedAt > hourAgo)
            .OrderByDescending(ticket => ticket.CreatedAt)
            .Take(PerHour)
            .Select(ticket => ticket.CreatedAt)
            .ToListAsync(cancellationToken);
        if (times.Count < PerHour)
        {
            return null;
        }

        var wait = times[^1] + TimeSpan.FromHours(1) - now;
        var local = TimeZoneInfo.ConvertTime(now + wait, LocalDays.ZoneOf(user)).ToString("HH:mm", CultureInfo.InvariantCulture);
        return new Refusal.Later($"You filed {PerHour} tickets in an hour. Try again at {local}, or add to an existing one.", wait);
    }
}
