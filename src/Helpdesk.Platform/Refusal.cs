namespace Helpdesk.Platform;

/// <summary>The expected ways in which a use case says no; each has one status code and one look on a page.</summary>
public abstract record Refusal
{
    private Refusal()
    {
    }

    /// <summary>It is not there, or the caller may not know that it is: 404.</summary>
    public sealed record NotFound : Refusal;

    /// <summary>The caller's role does not include this: 403.</summary>
    public sealed record Forbidden(string Why) : Refusal;

    /// <summary>The state does not allow it: 409.</summary>
    public sealed record Conflict(string Why) : Refusal;

    /// <summary>Somebody changed it since the caller looked: 412.</summary>
    public sealed record Stale(string Why) : Refusal;

    /// <summary>The request breaks a rule of its fields: 400. Keys are property names of the request, "" is the whole.</summary>
    public sealed record Invalid(IReadOnlyDictionary<string, string[]> Errors) : Refusal
    {
        public Invalid(string field, string sentence)
            : this(new Dictionary<string, string[]> { [field] = [sentence] })
        {
        }
    }

    /// <summary>Who calls could not be proven: 401. Code ends the problem's type, such as "two-factor-required".</summary>
    public sealed record NotSignedIn(string Why, string? Code = null) : Refusal;

    /// <summary>Not now: 429 when the caller was too fast, 503 when the house is full.</summary>
    public sealed record Later(string Why, TimeSpan RetryAfter, bool HouseIsFull = false) : Refusal;
}
