using System.Globalization;
using Helpdesk.Platform;

namespace Helpdesk.Tickets.Model;

/// <summary>A matter that somebody brought to the helpdesk. Every rule about its fields is here; every change is an event.</summary>
internal sealed class Ticket : TicketChanges
{
    public const int SubjectLength = 500;

    /// <summary>How long an answer opens a closed ticket again; later ones file a follow-up.</summary>
    public static readonly TimeSpan AnswerReopensFor = TimeSpan.FromDays(14);

    private Ticket()
    {
    }

    public static Ticket Open(NewTicket what, CurrentUser author, DateTimeOffset now)
    {
        var ticket = new Ticket
        {
            Id = Guid.CreateVersion7(now),
            Number = what.Number,
            Subject = what.Subject,
            CategoryId = what.CategoryId,
            Priority = what.Priority,
            RequesterId = what.RequesterId,
            ParticipantIds = [.. what.ParticipantIds.Distinct().Where(id => id != what.RequesterId)],
            Tags = [.. what.Tags],
            Extras = what.Extras,
            Channel = what.Channel,
            CreatedAt = now,
            StatusSince = now,
            FollowsId = what.Follows?.Id,
        };
        ticket.Record(TicketEventKind.Opened, author.Id, now, null, null);
        ticket.Route(what.Routing, now);
        if (what.Follows is { } closed)
        {
            ticket.Record(TicketEventKind.Follows, author.Id, now, null, $"#{closed.Number}");
        }

        // Whoever files for somebody else speaks for them: the first message is the requester's matter, not an answer.
        ticket.Say(what.SplitFrom?.AuthorId ?? author.Id, isFromStaff: false, what.Description, what.Channel, now, what.SplitFrom?.Id);
        ticket.Version = 1;
        return ticket;
    }

    /// <summary>Files the follow-up of this closed ticket, with the late answer as its description.</summary>
    public Ticket FollowUp(CurrentUser author, int number, Wording words, TicketChannel channel, DateTimeOffset now)
    {
        var followUp = Open(NewTicket.Following(this, author, number, words, channel), author, now);
        GetFollowUp(followUp, author, now);
        return followUp;
    }

    public void GetFollowUp(Ticket followUp, CurrentUser author, DateTimeOffset now) =>
        Record(TicketEventKind.FollowUpFiled, author.Id, now, null, $"#{followUp.Number}");

    /// <summary>An answer from the requester's side reopens a ticket that was closed a short while ago.</summary>
    public bool AnswerReopens(DateTimeOffset now) => ClosedAt is not { } closed || now - closed <= AnswerReopensFor;

    /// <summary>An answer by this person comes too late for this ticket and belongs in a new one.</summary>
    public bool NeedsFollowUp(CurrentUser author, DateTimeOffset now) =>
        Status == TicketStatus.Closed && StatusMoves.WritesAs(this, author) != Side.Staff && !AnswerReopens(now);

    /// <summary>Adds a message for everybody on the ticket, and moves its state as the answer says or implies.</summary>
    public Outcome<Message> Reply(CurrentUser author, Wording words, TicketChannel channel, DateTimeOffset now, TicketStatus? status = null)
    {
        if (NeedsFollowUp(author, now))
        {
            return new Refusal.Conflict(StatusMoves.StartFollowUp);
        }

        var side = StatusMoves.WritesAs(this, author);
        var next = StatusMoves.AfterAnswer(Status, status, side, StatusMoves.MovesAs(this, author), AssigneeId is not null);
        if (next.Refusal is { } refused)
        {
            return refused;
        }

        if (side == Side.Staff)
        {
            FirstRespondedAt ??= now;
        }
        else
        {
            Wake(null, now);
        }

        var message = Say(author.Id, side == Side.Staff, words, channel, now);
        Move(next.Value, author.Id, now);
        return message;
    }

    /// <summary>Adds a remark for the team. The requester's side of the ticket does not move.</summary>
    public Outcome<Note> TakeNote(CurrentUser author, string body, TicketChannel channel, DateTimeOffset now)
    {
        if (!author.IsStaff)
        {
            return new Refusal.Forbidden("Only the helpdesk team can write internal notes.");
        }

        var note = new Note { Id = Guid.CreateVersion7(now), TicketId = Id, AuthorId = author.Id, Body = body, Channel = channel, CreatedAt = now };
        notes.Add(note);
        (TouchedAt, TouchedById) = (now, author.Id);
        return note;
    }

    public Outcome<Done> ChangeStatus(CurrentUser actor, TicketStatus to, DateTimeOffset now)
    {
        if ((CheckMerged() ?? StatusMoves.Check(Status, to, StatusMoves.MovesAs(this, actor), AnswerReopens(now))) is { } refused)
        {
            return refused;
        }

        Move(to, actor.Id, now);
        return Done.It;
    }

    /// <summary>Makes it the matter of the one who takes it, unless somebody else was faster.</summary>
    public Outcome<Done> Take(CurrentUser actor, DateTimeOffset now)
    {
        if (Status == TicketStatus.Closed)
        {
            return new Refusal.Conflict(StatusMoves.OnlyReopen);
        }

        Assign(actor.Id, actor.Id, now);
        if (Status == TicketStatus.Open)
        {
            Move(TicketStatus.InProgress, actor.Id, now);
        }

        return Done.It;
    }

    /// <summary>Gives it to a member of the team, or to nobody. A null actor is a rule of the house.</summary>
    public void Assign(Guid? assigneeId, Guid? actorId, DateTimeOffset now, string? why = null)
    {
        if (AssigneeId != assigneeId)
        {
            Record(TicketEventKind.Assigned, actorId, now, AssigneeId?.ToString(), assigneeId?.ToString(), why: why);
            AssigneeId = assigneeId;
        }
    }

    public void Reprioritise(TicketPriority priority, Guid actorId, DateTimeOffset now)
    {
        if (Priority != priority)
        {
            Record(TicketEventKind.PriorityChanged, actorId, now, Words.Of(Priority), Words.Of(priority));
            Priority = priority;
        }
    }

    /// <summary>Names go to the timeline: it must still be true after a category was renamed.</summary>
    public void Recategorise(Guid categoryId, string from, string to, Guid actorId, DateTimeOffset now)
    {
        if (CategoryId != categoryId)
        {
            Record(TicketEventKind.CategoryChanged, actorId, now, from, to);
            CategoryId = categoryId;
        }
    }

    public void Tag(IReadOnlyList<string> tags, Guid actorId, DateTimeOffset now)
    {
        if (!Tags.SequenceEqual(tags))
        {
            Record(TicketEventKind.TagsChanged, actorId, now, string.Join(", ", Tags), string.Join(", ", tags));
            Tags = [.. tags];
        }
    }

    /// <summary>The refusal of a change that was made on sight of an older version, or null.</summary>
    public Refusal? CheckVersion(int? seen) =>
        seen is null || seen == Version ? null : new Refusal.Stale("Somebody changed this ticket meanwhile. Look at it, then choose.");

    /// <summary>Who is on this ticket and not on the other one.</summary>
    public IReadOnlyList<Guid> GainedBy(Ticket survivor) =>
        [.. ParticipantIds.Prepend(RequesterId).Where(id => id != survivor.RequesterId && !survivor.ParticipantIds.Contains(id)).Distinct()];

    /// <summary>Makes it a pointer to the survivor. Its state is kept in the event, and whoever was on it is copied in on the other.</summary>
    public void MergeInto(Ticket survivor, Guid actorId, DateTimeOffset now)
    {
        var gained = GainedBy(survivor);
        Record(TicketEventKind.MergedInto, actorId, now, Words.Of(Status), $"#{survivor.Number}");
        MergedIntoId = survivor.Id;
        Status = TicketStatus.Closed;
        (StatusSince, ClosedAt, ResolvedAt, RemindedAt, SnoozedAt, SnoozedUntil) = (now, now, null, null, null, null);
        survivor.Record(TicketEventKind.MergedHere, actorId, now, null, $"#{Number}");
        foreach (var id in gained)
        {
            survivor.Record(TicketEventKind.ParticipantAdded, actorId, now, $"#{Number}", id.ToString());
        }

        survivor.ParticipantIds = [.. survivor.ParticipantIds, .. gained];
    }

    /// <summary>Takes the pointer away; those whom it copied in are no longer.</summary>
    public void Unmerge(Ticket survivor, TicketStatus status, IReadOnlyCollection<Guid> copied, Guid actorId, DateTimeOffset now)
    {
        Record(TicketEventKind.Unmerged, actorId, now, $"#{survivor.Number}", Words.Of(status));
        MergedIntoId = null;
        Status = status;
        StatusSince = now;
        ClosedAt = status == TicketStatus.Closed ? now : null;
        ResolvedAt = status is TicketStatus.Resolved or TicketStatus.Closed ? now : null;
        survivor.Record(TicketEventKind.Unmerged, actorId, now, $"#{Number}", null);
        foreach (var id in copied.Where(survivor.ParticipantIds.Contains))
        {
            survivor.Record(TicketEventKind.ParticipantRemoved, actorId, now, $"#{Number}", id.ToString());
        }

        survivor.ParticipantIds = [.. survivor.ParticipantIds.Where(id => !copied.Contains(id))];
    }

    /// <summary>The refusal of a change to a ticket that is part of another one, or null.</summary>
    public Refusal? CheckMerged() =>
        MergedIntoId is null ? null : new Refusal.Conflict("This ticket is part of another one. Change that one, or take the merge back.");

    public void NoteMacro(string name, Guid actorId, DateTimeOffset now) => Record(TicketEventKind.MacroApplied, actorId, now, null, name);

    /// <summary>A rule of the house moves it, on nobody's behalf.</summary>
    public void MoveByRule(TicketStatus to, DateTimeOffset now) => Move(to, null, now);

    /// <summary>The requester is asked our question again; once for each question.</summary>
    public void Remind(DateTimeOffset now)
    {
        Record(TicketEventKind.Reminded, null, now, null, null);
        RemindedAt = now;
    }

    /// <summary>Takes it out of the lists of work; null until is until the next answer.</summary>
    public Refusal? Snooze(DateTimeOffset? until, Guid actorId, DateTimeOffset now)
    {
        if ((CheckMerged() ?? (IsOpen ? null : new Refusal.Conflict("Only open tickets can be snoozed."))) is { } refused)
        {
            return refused;
        }

        Record(TicketEventKind.Snoozed, actorId, now, null, until?.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture));
        (SnoozedAt, SnoozedUntil) = (now, until);
        return null;
    }

    /// <summary>Brings it back to the lists of work. A null actor is the time that has come.</summary>
    public void Wake(Guid? actorId, DateTimeOffset now)
    {
        if (SnoozedAt is not null)
        {
            Record(TicketEventKind.Woken, actorId, now, null, null);
            (SnoozedAt, SnoozedUntil) = (null, null);
        }
    }

    private void Move(TicketStatus to, Guid? actorId, DateTimeOffset now)
    {
        if (Status == to)
        {
            return;
        }

        Record(TicketEventKind.StatusChanged, actorId, now, Words.Of(Status), Words.Of(to));
        Status = to;
        StatusSince = now;
        RemindedAt = null;
        (SnoozedAt, SnoozedUntil) = IsOpen ? (SnoozedAt, SnoozedUntil) : (null, null);
        ClosedAt = to == TicketStatus.Closed ? now : null;
        ResolvedAt = to is TicketStatus.Resolved or TicketStatus.Closed ? ResolvedAt ?? now : null;
    }

    private Message Say(Guid authorId, bool isFromStaff, Wording words, TicketChannel channel, DateTimeOffset now, Guid? splitFromId = null)
    {
        var message = new Message
        {
            Id = Guid.CreateVersion7(now),
            TicketId = Id,
            AuthorId = authorId,
            IsFromStaff = isFromStaff,
            Body = words.Body,
            Channel = channel,
            CreatedAt = now,
            SplitFromId = splitFromId,
        };
        messages.Add(message);
        LastMessagePreview = words.Preview;
        LastMessageAt = now;
        LastMessageAuthorId = authorId;
        Touch(authorId, now, isInternal: false);
        return message;
    }
}
