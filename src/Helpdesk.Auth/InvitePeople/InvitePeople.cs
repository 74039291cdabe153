using FluentValidation;
using Helpdesk.Auth.ChangePerson;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.People;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.InvitePeople;

internal sealed record InvitePeopleRequest
{
    /// <summary>One a line: "Name &lt;address&gt;" or the bare address.</summary>
    public string People { get; init; } = "";

    /// <summary>employee, agent or admin.</summary>
    public string Role { get; init; } = RoleNames.Of(Model.Role.Employee);

    public List<Guid> TeamIds { get; init; } = [];
}

/// <summary>One line as it was read, with the sentence that says what is wrong with it.</summary>
internal sealed record InvitationLine(int Line, string Text, string Name, string Email, string? Fault);

/// <summary>What a trial found, or what was done.</summary>
internal sealed record InvitationsView(bool IsTrial, IReadOnlyList<InvitationLine> Lines)
{
    internal int Faults => Lines.Count(line => line.Fault is not null);
}

internal sealed class InvitePeopleValidator : AbstractValidator<InvitePeopleRequest>
{
    public static readonly InvitePeopleValidator Rules = new();

    private InvitePeopleValidator() => RuleFor(request => request.Role).RoleWord();
}

/// <summary>Makes accounts for many people and invites them. When a line is wrong, nobody is invited.</summary>
internal sealed class InvitePeopleHandler(AuthDbContext db, Invitations invitations, Memberships memberships)
{
    public const int Most = 200;

    public async Task<Outcome<InvitationsView>> HandleAsync(InvitePeopleRequest request, bool isTrial, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsAdmin)
        {
            return PeopleRules.AdminsOnly;
        }

        if (InvitePeopleValidator.Rules.Check(request) is { } invalid)
        {
            return invalid;
        }

        var role = Words.Read<Role>(request.Role)!.Value;
        if (await memberships.FaultAsync(role, request.TeamIds, cancellationToken) is { } noTeam)
        {
            return new Refusal.Invalid(nameof(request.TeamIds), noTeam);
        }

        var read = InvitationText.Read(request.People);
        if (read.Count is 0 or > Most)
        {
            return new Refusal.Invalid(nameof(request.People), read.Count == 0 ? "Enter at least one address." : $"Invite up to {Most} people at once. These are {read.Count}.");
        }

        var view = new InvitationsView(isTrial, await CheckAsync(read, cancellationToken));
        return isTrial ? view
            : view.Faults > 0 ? new Refusal.Invalid(new Dictionary<string, string[]> { [nameof(request.People)] = Sentences(view) })
            : await InviteAsync(view, role, request, user, cancellationToken);
    }

    private async Task<Outcome<InvitationsView>> InviteAsync(
        InvitationsView view, Role role, InvitePeopleRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        foreach (var line in view.Lines)
        {
            await invitations.AddAsync(new NamedAddress(line.Name, line.Email), role, request.TeamIds, user, cancellationToken);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            await memberships.RenewAsync(request.TeamIds, cancellationToken);
            return view;
        }
        catch (DbUpdateException exception) when (exception.IsTakenAddress())
        {
            return new Refusal.Conflict("Somebody made one of these accounts in the meantime. Nobody was invited. Check the lines again.");
        }
    }

    private async Task<List<InvitationLine>> CheckAsync(IReadOnlyList<InvitationLine> read, CancellationToken cancellationToken)
    {
        var taken = await invitations.TakenAsync(read.Select(Of), cancellationToken);
        var first = new Dictionary<string, int>();
        return
        [
            .. read.Select(line =>
            {
                var person = Of(line);
                var fault = NamedAddressValidator.Rules.Fault(person)
                    ?? (taken.ContainsKey(person.NormalizedEmail) ? Invitations.IsTaken
                    : first.TryAdd(person.NormalizedEmail, line.Line) ? null
                    : $"This address stands in line {first[person.NormalizedEmail]} already.");
                return line with { Fault = fault };
            }),
        ];
    }

    private static NamedAddress Of(InvitationLine line) => new(line.Name, line.Email);

    private static string[] Sentences(InvitationsView view) =>
        [.. view.Lines.Where(line => line.Fault is not null).Select(line => $"Line {line.Line}: {line.Fault}")];
}
