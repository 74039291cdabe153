using Microsoft.Extensions.Hosting;

namespace Helpdesk.Platform.CheckUps;

internal sealed class AddressCheckUp(AppSettings app, IHostEnvironment environment) : ICheckUp
{
    public string Name => "Address";

    public string Affects => "Links in mails, and passwords on their way to the helpdesk.";

    public Task<Finding> LookAsync(CancellationToken cancellationToken) => Task.FromResult(
        app.PublicUrl.Scheme == Uri.UriSchemeHttps || !environment.IsProduction()
            ? Finding.Good($"Links lead to {app.PublicUrl}.")
            : Finding.Doubtful($"Links lead to {app.PublicUrl}, which is not https.", "Put a reverse proxy with a certificate in front and set App__PublicUrl to its address."));
}
