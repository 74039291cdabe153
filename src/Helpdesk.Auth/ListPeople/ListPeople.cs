using FluentValidation;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.People;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.ListPeople;

internal sealed record ListPeopleRequest
{
    /// <summary>A part of the name or address.</summary>
    public string? Q { get; init; }

    /// <summary>employee, agent or admin.</summary>
    public string? Role { get; init; }

    public Guid? Team { get; init; }

    /// <summary>active, invited, asked_for_deletion or deactivated.</summary>
    public string? State { get; init; }

    /// <summary>Those with an app or a passkey, or those with neither.</summary>
    public bool? TwoFactor { get; init; }

    public string? Cursor { get; init; }

    public int? Limit { get; init; }

    /// <summary>For pages only.</summary>
    internal bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || !string.IsNullOrEmpty(Role) || Team is not null || !string.IsNullOrEmpty(State) || TwoFactor is not null;
}

internal sealed class ListPeopleValidator : AbstractValidator<ListPeopleRequest>
{
    public static readonly ListPeopleValidator Rules = new();

    public ListPeopleValidator()
    {
        RuleFor(request => request.Q)
            .Must(text => text is null || (text.Trim().Length <= UserQueries.LongestSearch && TextRules.IsPlainLine(text.Trim())))
            .WithMessage($"Search for up to {UserQueries.LongestSearch} characters of a name or an address.");
        RuleFor(request => request.Role).RoleWord().When(request => request.Role is { Length: > 0 });
        RuleFor(request => request.State)
            .Must(word => string.IsNullOrEmpty(word) || Words.Read<PersonState>(word) is not null)
            .WithMessage($"Choose a state: {Words.Choices<PersonState>()}.");
        RuleFor(request => request.Limit)
            .Must(limit => limit is null or (>= 1 and <= Cursor.MaximumLimit))
            .WithMessage($"The limit must be between 1 and {Cursor.MaximumLimit}.");
    }
}

/// <summary>Everybody with an account, by name.</summary>
internal sealed class ListPeopleHandler(AuthDbContext db, PersonReading reading)
{
    public async Task<Outcome<CursorPage<PersonView>>> HandleAsync(ListPeopleRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsAdmin)
        {
            return PeopleRules.AdminsOnly;
        }

        if (ListPeopleValidator.Rules.Check(request) is { } invalid)
        {
            return invalid;
        }

        var limit = request.Limit ?? Cursor.DefaultLimit;
        var people = Filter(request);
        if (!string.IsNullOrEmpty(request.Cursor))
        {
            if (Cursor.Read<Position>(request.Cursor) is not { Name: not null } after)
            {
                return new Refusal.Invalid(nameof(request.Cursor), "This cursor does not come from here. Begin without one.");
            }

            people = people.Where(person => EF.Functions.GreaterThan(ValueTuple.Create(person.Name, person.Id), ValueTuple.Create(after.Name, after.Id)));
        }

        var found = await reading.ReadAsync(people.OrderBy(person => person.Name).ThenBy(person => person.Id).Take(limit + 1), cancellationToken);
        var shown = found.Take(limit).ToList();
        return new CursorPage<PersonView>(shown, found.Count > limit ? Cursor.Write(new Position(shown[^1].Name, shown[^1].Id)) : null);
    }

    private IQueryable<User> Filter(ListPeopleRequest request)
    {
        var people = db.Users.Where(person => person.AnonymisedAt == null);
        if (request.Q?.Trim() is { Length: > 0 } text)
        {
            people = people.Holding(text);
        }

        if (Words.Read<Role>(request.Role) is { } role)
        {
            people = people.Where(person => person.Role == role);
        }

        if (Words.Read<PersonState>(request.State) is { } state)
        {
            people = people.Where(PersonStates.Is(state));
        }

        if (request.Team is { } team)
        {
            people = people.Where(person => db.TeamMembers.Any(member => member.TeamId == team && member.UserId == person.Id));
        }

        if (request.TwoFactor is { } hasFactor)
        {
            people = people.Where(person => (person.TwoFactorEnabled || db.Passkeys.Any(passkey => passkey.UserId == person.Id)) == hasFactor);
        }

        return people;
    }

    private sealed record Position(string Name, Guid Id);
}
