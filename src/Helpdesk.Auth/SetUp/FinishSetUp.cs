using Helpdesk.Platform;
using Helpdesk.Platform.Settings;

namespace Helpdesk.Auth.SetUp;

/// <summary>The first run is over: its pages are gone.</summary>
internal sealed class FinishSetUpHandler(ISiteSettings settings)
{
    public async Task<Outcome<Done>> HandleAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var site = await settings.GetAsync(cancellationToken);
        if (!user.IsAdmin || site.IsSetUp)
        {
            return new Refusal.NotFound();
        }

        await settings.ChangeAsync(site with { IsSetUp = true }, user.Id, cancellationToken);
        return Done.It;
    }
}
