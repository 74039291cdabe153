using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Settings;

namespace Helpdesk.Auth.SetUp;

/// <summary>The first run is over: its pages are gone. Whoever wants to try things out finds some to try them on.</summary>
internal sealed class FinishSetUpHandler(ISiteSettings settings, IAddSamples samples)
{
    public async Task<Outcome<Done>> HandleAsync(bool withSamples, CurrentUser user, CancellationToken cancellationToken)
    {
        var site = await settings.GetAsync(cancellationToken);
        if (!user.IsAdmin || site.IsSetUp)
        {
            return new Refusal.NotFound();
        }

        if (withSamples && (await samples.HandleAsync(user, cancellationToken)).Refusal is { } refused)
        {
            return refused;
        }

        await settings.ChangeAsync(site with { IsSetUp = true }, user.Id, cancellationToken);
        return Done.It;
    }
}
