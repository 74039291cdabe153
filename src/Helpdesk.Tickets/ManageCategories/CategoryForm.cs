using Helpdesk.Platform;
using Helpdesk.Platform.Http.Json;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.ManageCategories;

/// <summary>A category as its forms hold it. Buttons that order bring a position and nothing else.</summary>
internal sealed record CategoryForm
{
    public string Name { get; init; } = "";

    public string Hint { get; init; } = "";

    public bool IsShown { get; init; }

    public Guid? DefaultTeamId { get; init; }

    public string DefaultPriority { get; init; } = "";

    public int? Version { get; init; }

    public int? Position { get; init; }

    public static CategoryForm Of(ManagedCategory category) => new()
    {
        Name = category.Name,
        Hint = category.Hint,
        IsShown = category.IsShown,
        DefaultTeamId = category.DefaultTeamId,
        DefaultPriority = category.DefaultPriority is { } priority ? Words.Of(priority) : "",
        Version = category.Version,
    };

    public SaveCategoryRequest ToRequest() => Position is { } position ? new SaveCategoryRequest { Position = position } : new SaveCategoryRequest
    {
        Name = Name,
        Hint = Hint,
        IsShown = IsShown,
        DefaultTeamId = new Named<Guid?>(DefaultTeamId, IsNamed: true),
        DefaultPriority = new Named<TicketPriority?>(Words.Read<TicketPriority>(DefaultPriority), IsNamed: true),
    };
}
