namespace Helpdesk.Platform.Demo;

/// <summary>A module's share of the demonstration data; modules are asked in the order of <see cref="Order"/>.</summary>
public interface IDemoData
{
    int Order { get; }

    /// <summary>Writes the data once; returns lines to print, such as sign-ins.</summary>
    Task<IReadOnlyList<string>> SeedAsync(CancellationToken cancellationToken);
}
