using Helpdesk.Platform;

namespace Helpdesk.Tests;

public sealed class OutcomeTests
{
    [Fact]
    public void A_refusal_carries_no_value()
    {
        Outcome<string> outcome = new Refusal.NotFound();
        Assert.Null(outcome.Value);
        Assert.IsType<Refusal.NotFound>(outcome.Refusal);
    }
}
