using Helpdesk.Platform;

namespace Helpdesk.Auth.Sessions;

/// <summary>What changes how a person signs in asks once more who they are, when that was proven too long ago.</summary>
internal sealed class StepUp(TimeProvider clock)
{
    public const string Code = "step-up-required";

    public static readonly TimeSpan Holds = TimeSpan.FromMinutes(10);

    /// <summary>Null when the person proved lately who they are. A program cannot.</summary>
    public Refusal? Demand(CurrentUser user) =>
        user.Key is not null ? new Refusal.Forbidden("An API key cannot do this. Sign in yourself.")
        : clock.GetUtcNow() - user.ProvenAt <= Holds ? null
        : new Refusal.NotSignedIn("For your safety, enter your password again.", Code);
}
