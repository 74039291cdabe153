using FluentValidation;
using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Tickets.CannedAnswers;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.ManageKept;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Macros;

internal sealed record SaveMacroRequest
{
    public string Name { get; init; } = "";

    public MacroChange Change { get; init; } = new();

    /// <summary>Markdown with placeholders; empty when the macro says nothing.</summary>
    public string Reply { get; init; } = "";

    /// <summary>own, everybody, or the id of a team that one belongs to.</summary>
    public string Sharing { get; init; } = SharingWords.Own;
}

internal sealed class SaveMacroValidator : AbstractValidator<SaveMacroRequest>
{
    public static readonly SaveMacroValidator Rules = new();

    public SaveMacroValidator()
    {
        RuleFor(request => request.Name).Line("Name", Macro.NameLength);
        RuleFor(request => request.Reply).Markdown("The reply", "Enter a reply.").When(request => !string.IsNullOrWhiteSpace(request.Reply));
        RuleFor(request => request.Reply).Custom((reply, context) =>
        {
            if (Placeholders.Fault(reply) is { } fault)
            {
                context.AddFailure(fault);
            }
        });
        RuleFor(request => request.Change.Status)
            .Must(word => word is null || Words.Read<TicketStatus>(word) is not null).WithMessage(TextRules.Choose<TicketStatus>("status"));
        RuleFor(request => request.Change.Priority)
            .Must(word => word is null || Words.Read<TicketPriority>(word) is not null).WithMessage(TextRules.Choose<TicketPriority>("priority"));
        RuleFor(request => request.Change.AddTags).Custom((tags, context) =>
        {
            if (Tags.Fault(Tags.Normalise(tags)) is { } fault)
            {
                context.AddFailure(fault);
            }
        });
        RuleFor(request => request.Change).Must((request, change) => !change.IsNothing || !string.IsNullOrWhiteSpace(request.Reply))
            .WithMessage("Choose what the macro changes, or write what it says.");
    }
}

/// <summary>A set of changes and a reply under a name; the sentences say the changes.</summary>
internal sealed record MacroView(Guid Id, string Name, MacroChange Change, IReadOnlyList<string> Sentences, string Reply, string Sharing, bool IsMine) : IKeptView;

/// <summary>Keeps a new macro, or changes one of one's own; shared ones can be changed by administrators too.</summary>
internal sealed class SaveMacroHandler(TicketsDbContext db, ITeamDirectory teams, MacroChecking checking, MacroWords words, TimeProvider clock)
{
    public async Task<Outcome<MacroView>> HandleAsync(Guid? id, SaveMacroRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return new Refusal.Forbidden("Only the helpdesk team keeps macros.");
        }

        var kept = id is null ? null : await db.Macros.ChangeableBy(user).SingleOrDefaultAsync(macro => macro.Id == id, cancellationToken);
        if (id is not null && kept is null)
        {
            return new Refusal.NotFound();
        }

        if (SaveMacroValidator.Rules.Check(request) is { } invalid)
        {
            return invalid;
        }

        if (await SharingWords.ReadAsync(request.Sharing, teams, user, cancellationToken) is not { } sharing)
        {
            return new Refusal.Invalid(nameof(request.Sharing), SharingWords.Choose);
        }

        var change = await checking.ReadAsync(request.Change, cancellationToken);
        if (change.Value is not { } known)
        {
            return change.Refusal!;
        }

        var now = clock.Now();
        var macro = kept ?? new Macro { Id = Guid.CreateVersion7(now), OwnerId = user.Id, CreatedAt = now };
        (macro.Name, macro.Change, macro.Sharing, macro.TeamId) = (request.Name.Trim(), known.Write(), sharing.Kind, sharing.TeamId);
        macro.Reply = string.IsNullOrWhiteSpace(request.Reply) ? "" : Wording.Of(request.Reply).Body;
        macro.Version++;
        if (kept is null)
        {
            macro.Position = await db.Macros.LastPositionAsync(cancellationToken);
            db.Add(macro);
        }

        await db.SaveChangesAsync(cancellationToken);
        return await Macros.OfAsync(macro, user, words, cancellationToken);
    }
}

/// <summary>One that the person may change.</summary>
internal sealed class ShowMacroHandler(TicketsDbContext db, MacroWords words)
{
    public async Task<Outcome<MacroView>> HandleAsync(Guid id, CurrentUser user, CancellationToken cancellationToken) =>
        user.IsStaff && await db.Macros.AsNoTracking().ChangeableBy(user).SingleOrDefaultAsync(macro => macro.Id == id, cancellationToken) is { } macro
            ? await Macros.OfAsync(macro, user, words, cancellationToken)
            : new Refusal.NotFound();
}

/// <summary>Removes one of one's own; administrators remove any.</summary>
internal sealed class RemoveMacroHandler(KeptRemoval removal)
{
    public Task<Outcome<Done>> HandleAsync(Guid id, CurrentUser user, CancellationToken cancellationToken) =>
        removal.RemoveAsync<Macro>(id, user, cancellationToken);
}

/// <summary>One's own and those that are shared with one, in the order of the house.</summary>
internal sealed class ListMacrosHandler(TicketsDbContext db, ITeamDirectory teams, MacroWords words)
{
    public async Task<Outcome<IReadOnlyList<MacroView>>> HandleAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return new Refusal.Forbidden("Only the helpdesk team has macros.");
        }

        var mine = await SharingWords.TeamsOfAsync(teams, user, cancellationToken);
        var macros = await db.Macros.AsNoTracking().OfferedTo(user.Id, mine).ToListAsync(cancellationToken);
        var views = new List<MacroView>();
        foreach (var macro in macros)
        {
            views.Add(await Macros.OfAsync(macro, user, words, cancellationToken));
        }

        return views;
    }
}

internal static class Macros
{
    public static async Task<MacroView> OfAsync(Macro macro, CurrentUser user, MacroWords words, CancellationToken cancellationToken)
    {
        var change = MacroChange.Read(macro.Change);
        return new MacroView(
            macro.Id,
            macro.Name,
            change,
            await words.OfAsync(change, cancellationToken),
            macro.Reply,
            SharingWords.Of(macro.Sharing, macro.TeamId),
            macro.OwnerId == user.Id);
    }
}
