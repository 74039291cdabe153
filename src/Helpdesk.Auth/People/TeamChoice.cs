using Helpdesk.Auth.Contracts;

namespace Helpdesk.Auth.People;

/// <summary>Teams to tick, and those that are.</summary>
internal sealed record TeamChoice(IReadOnlyList<TeamCard> Teams, IReadOnlyCollection<Guid> Chosen);
