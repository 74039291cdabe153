using System.Linq.Expressions;
using Helpdesk.Auth.Model;

namespace Helpdesk.Auth.People;

/// <summary>How it stands with a person; where two are true, the later one here counts.</summary>
internal enum PersonState
{
    Active,
    Invited,
    AskedForDeletion,
    Deactivated,
}

internal static class PersonStates
{
    public static PersonState Of(User user) =>
        user.DeactivatedAt is not null ? PersonState.Deactivated
        : user.DeletionAskedAt is not null ? PersonState.AskedForDeletion
        : user.InvitedAt is not null ? PersonState.Invited
        : PersonState.Active;

    /// <summary>The same, for the database.</summary>
    public static Expression<Func<User, bool>> Is(PersonState state) => state switch
    {
        PersonState.Deactivated => user => user.DeactivatedAt != null,
        PersonState.AskedForDeletion => user => user.DeactivatedAt == null && user.DeletionAskedAt != null,
        PersonState.Invited => user => user.DeactivatedAt == null && user.DeletionAskedAt == null && user.InvitedAt != null,
        PersonState.Active => user => user.DeactivatedAt == null && user.DeletionAskedAt == null && user.InvitedAt == null,
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>For pages.</summary>
    public static string Name(PersonState state) => state switch
    {
        PersonState.Active => "Active",
        PersonState.Invited => "Invited",
        PersonState.AskedForDeletion => "Asked for deletion",
        PersonState.Deactivated => "Deactivated",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
