using Helpdesk.Platform;

namespace Helpdesk.Tickets.Model;

/// <summary>Changes of a ticket on which its state does not depend: with what and whom it has to do.</summary>
internal abstract class TicketChanges : TicketState
{
    /// <summary>How many people can be copied in by hand; a merge may bring more.</summary>
    public const int MostParticipants = 20;

    /// <summary>A team got it in this change and nobody has it: where the team shares its work by a rule, the rule decides who gets it.</summary>
    public bool HasComeToTeam => TeamId is not null && AssigneeId is null && IsOpen && events.Any(entry => entry.Kind is TicketEventKind.TeamChanged or TicketEventKind.TeamByCategory);

    /// <summary>Gives it to a team, or to none; who works on it stays. Names go to the timeline: it must still be true after a team was renamed.</summary>
    public void GiveTo(Guid? teamId, string? from, string? to, Guid? actorId, DateTimeOffset now)
    {
        if (TeamId != teamId)
        {
            Record(TicketEventKind.TeamChanged, actorId, now, from, to);
            TeamId = teamId;
        }
    }

    /// <summary>Sets what it has for a field of its category; empty takes it away. The label goes to the timeline: it must still be true after the field was renamed.</summary>
    public void Fill(ExtraField field, string value, Guid actorId, DateTimeOffset now)
    {
        var before = ExtraValues.Read(Extras).GetValueOrDefault(field.Id, "");
        if (before != value)
        {
            string? Told(string told) => told.Length == 0 ? null : $"{field.Label}: {field.Show(told)}";
            Record(TicketEventKind.FieldChanged, actorId, now, Told(before), Told(value), field.IsForTheTeam);
            Extras = ExtraValues.With(Extras, field.Id, value);
        }
    }

    /// <summary>Whoever may see it may copy others in; they can read all of it from then on. Who is on it already stays.</summary>
    public Outcome<IReadOnlyList<Guid>> CopyIn(IEnumerable<Guid> people, Guid actorId, DateTimeOffset now)
    {
        var added = people.Distinct().Where(id => id != RequesterId && !ParticipantIds.Contains(id)).ToList();
        if (added.Count > 0 && ParticipantIds.Length + added.Count > MostParticipants)
        {
            return new Refusal.Conflict($"Up to {MostParticipants} people can be copied in.");
        }

        foreach (var id in added)
        {
            Record(TicketEventKind.ParticipantAdded, actorId, now, null, id.ToString());
        }

        ParticipantIds = [.. ParticipantIds, .. added];
        return added;
    }

    /// <summary>The team takes off whom it likes; everybody else can only leave.</summary>
    public Outcome<Done> TakeOff(Guid personId, CurrentUser actor, DateTimeOffset now)
    {
        if (!ParticipantIds.Contains(personId))
        {
            return new Refusal.NotFound();
        }

        if (!actor.IsStaff && actor.Id != personId)
        {
            return new Refusal.Forbidden("You can leave a ticket yourself. Only the helpdesk team takes others off.");
        }

        Record(TicketEventKind.ParticipantRemoved, actor.Id, now, null, personId.ToString());
        ParticipantIds = [.. ParticipantIds.Where(id => id != personId)];
        return Done.It;
    }

    /// <summary>It reads from this one to the other; both are told.</summary>
    public TicketLink LinkTo(TicketChanges other, TicketLinkKind kind, Guid actorId, DateTimeOffset now)
    {
        TellBoth(TicketEventKind.Linked, other, kind, actorId, now);
        return new TicketLink { Id = Guid.CreateVersion7(now), FromId = Id, ToId = other.Id, Kind = kind, MadeById = actorId, MadeAt = now };
    }

    public void Unlink(TicketChanges other, TicketLinkKind kind, Guid actorId, DateTimeOffset now) =>
        TellBoth(TicketEventKind.Unlinked, other, kind, actorId, now);

    /// <summary>One of its messages became another ticket; their link needs no telling of its own.</summary>
    public TicketLink SplitInto(TicketChanges part, Guid actorId, DateTimeOffset now)
    {
        Record(TicketEventKind.SplitOff, actorId, now, null, $"#{part.Number}");
        part.Record(TicketEventKind.SplitFrom, actorId, now, null, $"#{Number}");
        return new TicketLink { Id = Guid.CreateVersion7(now), FromId = Id, ToId = part.Id, Kind = TicketLinkKind.Related, MadeById = actorId, MadeAt = now };
    }

    public void Rename(string subject, Guid actorId, DateTimeOffset now)
    {
        if (Subject != subject)
        {
            Record(TicketEventKind.SubjectChanged, actorId, now, Subject, subject);
            Subject = subject;
        }
    }

    /// <summary>Takes the words of one of its messages out; that there were some stays visible.</summary>
    public void Redact(Message message, Guid actorId, DateTimeOffset now)
    {
        Record(TicketEventKind.Redacted, actorId, now, null, null);
        (message.Body, message.FileNames, message.RedactedAt, message.RedactedById) = ("", "", now, actorId);
        if (message.CreatedAt == LastMessageAt && message.AuthorId == LastMessageAuthorId)
        {
            LastMessagePreview = "";
        }
    }

    /// <summary>That there is a note at all is for the team to know, and so is this.</summary>
    public void Redact(Note note, Guid actorId, DateTimeOffset now)
    {
        Record(TicketEventKind.Redacted, actorId, now, null, null, isForTheTeam: true);
        (note.Body, note.FileNames, note.RedactedAt, note.RedactedById) = ("", "", now, actorId);
    }

    /// <summary>What its category decides for a new ticket, with the category's name as the reason.</summary>
    private protected void Route(Routing by, DateTimeOffset now)
    {
        if (by.Priority is { } priority)
        {
            Record(TicketEventKind.PriorityByCategory, null, now, by.Category, Words.Of(priority));
            Priority = priority;
        }

        if (by.TeamId is { } team)
        {
            Record(TicketEventKind.TeamByCategory, null, now, by.Category, by.Team);
            TeamId = team;
        }
    }

    private void TellBoth(TicketEventKind what, TicketChanges other, TicketLinkKind kind, Guid actorId, DateTimeOffset now)
    {
        Record(what, actorId, now, LinkWord.Of(kind, isBackwards: false).Word, $"#{other.Number}");
        other.Record(what, actorId, now, LinkWord.Of(kind, isBackwards: true).Word, $"#{Number}");
    }
}
