namespace Helpdesk.Platform;

/// <summary>What a use case answers: a value, or the refusal that says why there is none.</summary>
public sealed class Outcome<T>
    where T : notnull
{
    private Outcome(T? value, Refusal? refusal)
    {
        Value = value;
        Refusal = refusal;
    }

    public T? Value { get; }

    public Refusal? Refusal { get; }

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}

/// <summary>The value of a use case that has nothing to tell but that it was done.</summary>
public sealed record Done
{
    private Done()
    {
    }

    public static Done It { get; } = new();
}
