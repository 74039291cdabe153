using Helpdesk.Auth.AddPasskey;
using Helpdesk.Auth.ChangePasskey;
using Helpdesk.Auth.ConfirmIdentity;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.SignInWithPasskey;
using Helpdesk.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Auth.Passkeys;

internal static class PasskeyServices
{
    public static IServiceCollection AddPasskeys(this IServiceCollection services)
    {
        services.AddOptions<IdentityPasskeyOptions>().Configure<AppSettings>((options, app) =>
        {
            options.ServerDomain = app.PublicUrl.Host;
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.AttestationConveyancePreference = "none";
            options.AuthenticatorTimeout = PasskeyCeremony.Lifetime;
            var origin = app.PublicUrl.GetLeftPart(UriPartial.Authority);
            options.ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin && asked.Origin == origin);
        });
        return services
            .AddScoped<IPasskeyHandler<User>, PasskeyHandler<User>>()
            .AddScoped<PasskeyCeremony>()
            .AddScoped<StartPasskeyHandler>().AddScoped<AddPasskeyHandler>()
            .AddScoped<RenamePasskeyHandler>().AddScoped<RemovePasskeyHandler>()
            .AddScoped<AskPasskeyHandler>().AddScoped<SignInWithPasskeyHandler>()
            .AddScoped<ConfirmWithPasskeyHandler>();
    }
}
