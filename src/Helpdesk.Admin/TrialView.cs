using Helpdesk.Platform.Trials;

namespace Helpdesk.Admin;

/// <summary>What a test found, step by step.</summary>
internal sealed record TrialView(bool Worked, IReadOnlyList<TrialStepView> Steps)
{
    public TrialView(IReadOnlyList<TrialStep> steps)
        : this(steps.All(step => step.Worked), [.. steps.Select(step => new TrialStepView(step.What, step.Worked, step.Said, (int)step.Took.TotalMilliseconds))])
    {
    }
}

internal sealed record TrialStepView(string What, bool Worked, string Said, int Milliseconds);
