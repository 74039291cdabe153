namespace Helpdesk.Platform.Samples;

/// <summary>
/// A module's share of the sample data: a few things on a real installation, which are removed again as one. Both acts run in a
/// transaction over all modules (decision 31), so that nothing here begins one.
/// </summary>
public interface ISamples
{
    SampleKind Kind { get; }

    /// <summary>Modules are asked in this order, and in the other one for removing.</summary>
    int Order { get; }

    /// <summary>Writes as many as <see cref="Kind"/> says, with a <see cref="Sample"/> for each. Nobody is told.</summary>
    Task AddAsync(CurrentUser admin, CancellationToken cancellationToken);

    /// <summary>Removes those of these that are the module's own, with all that came to them since, and lets go of the others where it names them.</summary>
    Task RemoveAsync(IReadOnlyCollection<Guid> ids, CurrentUser admin, CancellationToken cancellationToken);
}

/// <summary>What a module adds: the words for one and for many, and how many there are.</summary>
public sealed record SampleKind(string One, string Many, int Count)
{
    /// <summary>Such as "6 letters, 3 stamps and 1 envelope".</summary>
    public static string List(IEnumerable<SampleKind> kinds)
    {
        var parts = kinds.Select(kind => $"{kind.Count} {(kind.Count == 1 ? kind.One : kind.Many)}").ToList();
        return parts.Count < 2 ? string.Concat(parts) : $"{string.Join(", ", parts[..^1])} and {parts[^1]}";
    }
}
