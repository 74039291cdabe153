using FluentValidation;
using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.ManageKept;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.CannedAnswers;

internal sealed record SaveAnswerRequest
{
    public string Name { get; init; } = "";

    /// <summary>Markdown with placeholders.</summary>
    public string Body { get; init; } = "";

    /// <summary>own, everybody, or the id of a team that one belongs to.</summary>
    public string Sharing { get; init; } = SharingWords.Own;
}

internal sealed class SaveAnswerValidator : AbstractValidator<SaveAnswerRequest>
{
    public static readonly SaveAnswerValidator Rules = new();

    public SaveAnswerValidator()
    {
        RuleFor(request => request.Name).Line("Name", CannedAnswer.NameLength);
        RuleFor(request => request.Body).Markdown("The text", "Enter a text.");
        RuleFor(request => request.Body).Custom((body, context) =>
        {
            if (Placeholders.Fault(body) is { } fault)
            {
                context.AddFailure(fault);
            }
        });
    }
}

/// <summary>A piece of text that agents insert into replies.</summary>
internal sealed record AnswerView(Guid Id, string Name, string Body, string Sharing, bool IsMine) : IKeptView;

/// <summary>Keeps a new answer, or changes one of one's own; shared ones can be changed by administrators too.</summary>
internal sealed class SaveAnswerHandler(TicketsDbContext db, ITeamDirectory teams, TimeProvider clock)
{
    public async Task<Outcome<AnswerView>> HandleAsync(Guid? id, SaveAnswerRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return new Refusal.Forbidden("Only the helpdesk team keeps canned answers.");
        }

        var kept = id is null ? null : await db.CannedAnswers.ChangeableBy(user).SingleOrDefaultAsync(answer => answer.Id == id, cancellationToken);
        if (id is not null && kept is null)
        {
            return new Refusal.NotFound();
        }

        if (SaveAnswerValidator.Rules.Check(request) is { } invalid)
        {
            return invalid;
        }

        if (await SharingWords.ReadAsync(request.Sharing, teams, user, cancellationToken) is not { } sharing)
        {
            return new Refusal.Invalid(nameof(request.Sharing), SharingWords.Choose);
        }

        var now = clock.Now();
        var answer = kept ?? new CannedAnswer { Id = Guid.CreateVersion7(now), OwnerId = user.Id, CreatedAt = now };
        (answer.Name, answer.Body, answer.Sharing, answer.TeamId) = (request.Name.Trim(), Wording.Of(request.Body).Body, sharing.Kind, sharing.TeamId);
        answer.Version++;
        if (kept is null)
        {
            answer.Position = await db.CannedAnswers.LastPositionAsync(cancellationToken);
            db.Add(answer);
        }

        await db.SaveChangesAsync(cancellationToken);
        return Answers.Of(answer, user);
    }
}

/// <summary>One that the person may change.</summary>
internal sealed class ShowAnswerHandler(TicketsDbContext db)
{
    public async Task<Outcome<AnswerView>> HandleAsync(Guid id, CurrentUser user, CancellationToken cancellationToken) =>
        user.IsStaff && await db.CannedAnswers.AsNoTracking().ChangeableBy(user).SingleOrDefaultAsync(answer => answer.Id == id, cancellationToken) is { } answer
            ? Answers.Of(answer, user)
            : new Refusal.NotFound();
}

/// <summary>Removes one of one's own; administrators remove any.</summary>
internal sealed class RemoveAnswerHandler(KeptRemoval removal)
{
    public Task<Outcome<Done>> HandleAsync(Guid id, CurrentUser user, CancellationToken cancellationToken) =>
        removal.RemoveAsync<CannedAnswer>(id, user, cancellationToken);
}

/// <summary>One's own and those that are shared with one, in the order of the house.</summary>
internal sealed class ListAnswersHandler(TicketsDbContext db, ITeamDirectory teams)
{
    public async Task<Outcome<IReadOnlyList<AnswerView>>> HandleAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return new Refusal.Forbidden("Only the helpdesk team has canned answers.");
        }

        var mine = await SharingWords.TeamsOfAsync(teams, user, cancellationToken);
        var answers = await db.CannedAnswers.AsNoTracking().OfferedTo(user.Id, mine).ToListAsync(cancellationToken);
        return answers.ConvertAll(answer => Answers.Of(answer, user));
    }
}

internal static class Answers
{
    public static AnswerView Of(CannedAnswer answer, CurrentUser user) =>
        new(answer.Id, answer.Name, answer.Body, SharingWords.Of(answer.Sharing, answer.TeamId), answer.OwnerId == user.Id);
}
